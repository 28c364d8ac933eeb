package leasehold.history;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides names in what {@link Detail} wrote: the user and host of a holder and the operator of an
 * act always; names that stand in texts of people and servers where they are known. Stacks stay as
 * they are.
 */
final class HiddenDetail {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a person, a program or a server has written. */
    private static final List<String> TEXTS =
            List.of("client", "purpose", "correlationId", "serverId", "controller");

    private final UnaryOperator<String> user;
    private final UnaryOperator<String> host;
    private final UnaryOperator<String> text;

    HiddenDetail(
            UnaryOperator<String> user, UnaryOperator<String> host, UnaryOperator<String> text) {
        this.user = user;
        this.host = host;
        this.text = text;
    }

    /** Returns a detail, or an array of leases, with its names hidden. */
    String of(String json) {
        JsonNode node = JSON.readTree(json);
        if (node instanceof ArrayNode leases) {
            leases.forEach(this::hide);
        }
        hide(node);
        return JSON.writeValueAsString(node);
    }

    private void hide(JsonNode node) {
        if (node instanceof ObjectNode detail) {
            TEXTS.forEach(name -> replace(detail, name, text));
            within(detail, "holder", this::holder);
            within(detail, "by", this::act);
            within(detail, "failure", this::failure);
            within(detail, "attributes", this::attributes);
        }
    }

    private void holder(ObjectNode holder) {
        replace(holder, "user", user);
        replace(holder, "host", host);
        replace(holder, "thread", text);
    }

    private void act(ObjectNode act) {
        replace(act, "operator", user);
        replace(act, "reason", text);
    }

    private void failure(ObjectNode failure) {
        replace(failure, "text", text);
        replace(failure, "code", text);
        if (failure.get("causes") instanceof ArrayNode causes) {
            for (int i = 0; i < causes.size(); i++) {
                causes.set(i, text.apply(causes.get(i).asString("")));
            }
        }
    }

    private void attributes(ObjectNode attributes) {
        List.copyOf(attributes.propertyNames()).forEach(name -> replace(attributes, name, text));
    }

    private static void within(ObjectNode node, String name, Consumer<ObjectNode> what) {
        if (node.get(name) instanceof ObjectNode inner) {
            what.accept(inner);
        }
    }

    private static void replace(ObjectNode node, String name, UnaryOperator<String> by) {
        JsonNode value = node.get(name);
        if (value != null && value.isString()) {
            node.put(name, by.apply(value.asString()));
        }
    }
}
