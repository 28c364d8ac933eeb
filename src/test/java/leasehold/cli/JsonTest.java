package leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON as programs read it. */
class JsonTest {

    @Test
    void mapsAndListsAreIndented() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 1L);
        map.put("b", List.of("x", true));
        map.put("c", Map.of("d", 0.5));
        assertThat(Json.of(map))
                .isEqualTo(
                        """
                        {
                          "a": 1,
                          "b": [
                            "x",
                            true
                          ],
                          "c": {
                            "d": 0.5
                          }
                        }""");
    }

    @Test
    void emptyOnesTakeNoLine() {
        assertThat(Json.of(Map.of("a", List.of(), "b", Map.of())))
                .contains("\"a\": []", "\"b\": {}");
    }

    @Test
    void whatATextMayNotHoldIsEscaped() {
        assertThat(Json.of("a \"b\" \\ \n\r\t\u0001 ä"))
                .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\r\\t\\u0001 ä\"");
    }
}
