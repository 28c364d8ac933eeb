package leasehold.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acme.framework.Pool;
import acme.orders.OrderSync;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much of a caller's stack is known: rule 15. */
class CaptureTest {

    @RegisterExtension final Lab lab = new Lab();

    @Test
    @DisplayName("rule 15: by default nothing of the stack is kept")
    void offByDefault() throws Exception {
        Holder holder = OrderSync.take(lab.controller()).holder();
        assertThat(holder.site()).isEmpty();
        assertThat(holder.stack()).isEmpty();
        assertThat(holder.siteText()).isEmpty();
    }

    @Test
    @DisplayName("rule 15: SITE keeps the first frame of the caller's own code, and no more")
    void siteIsTheFirstOwnFrame() throws Exception {
        capturing(CaptureLevel.SITE);
        Holder holder = OrderSync.take(lab.controller()).holder();
        assertSite(holder, OrderSync.class, "take");
        assertThat(holder.siteText()).matches("OrderSync\\.take:\\d+");
        assertThat(holder.stack()).isEmpty();
    }

    @Test
    @DisplayName("rule 15: SITE passes over the controller's own default methods")
    void siteOfADefaultMethod() {
        capturing(CaptureLevel.SITE);
        Holder holder = OrderSync.takeByDefaultMethod(lab.controller()).holder();
        assertSite(holder, OrderSync.class, "takeByDefaultMethod");
    }

    @Test
    @DisplayName("rule 15: SITE passes over the JDK between the caller's lambda and its method")
    void siteInsideAStream() {
        capturing(CaptureLevel.SITE);
        Holder holder = OrderSync.takeInAStream(lab.controller()).holder();
        assertThat(holder.site().orElseThrow().getClassName()).isEqualTo(OrderSync.class.getName());
    }

    @Test
    @DisplayName("rule 15: a framework that is not named is the site")
    void unnamedFramework() throws Exception {
        capturing(CaptureLevel.SITE);
        assertSite(OrderSync.takeThroughAPool(lab.controller()).holder(), Pool.class, "borrow");
    }

    @Test
    @DisplayName("rule 15: a framework named as foreign is passed over")
    void foreignFramework() throws Exception {
        build(builder -> builder.capture(CaptureLevel.SITE).foreign("acme.framework."));
        Holder holder = OrderSync.takeThroughAPool(lab.controller()).holder();
        assertSite(holder, OrderSync.class, "takeThroughAPool");
    }

    @Test
    @DisplayName("rule 15: where no frame is the caller's own there is no site")
    void allForeign() throws Exception {
        build(builder -> builder.capture(CaptureLevel.SITE).foreign("acme.", "org."));
        assertThat(OrderSync.take(lab.controller()).holder().site()).isEmpty();
    }

    @Test
    @DisplayName("rule 15: STACK keeps the whole stack from the caller down, foreign frames too")
    void stackIsWhole() throws Exception {
        build(builder -> builder.capture(CaptureLevel.STACK).foreign("acme.framework."));
        Holder holder = OrderSync.takeThroughAPool(lab.controller()).holder();
        assertSite(holder, OrderSync.class, "takeThroughAPool");
        List<StackTraceElement> stack = holder.stack();
        assertThat(stack.get(0).getClassName()).isEqualTo(Pool.class.getName());
        assertThat(stack.get(1).getClassName()).isEqualTo(OrderSync.class.getName());
        assertThat(stack.getLast().getClassName()).isNotEqualTo(OrderSync.class.getName());
        assertThatThrownBy(stack::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @DisplayName("rule 15: the level is switched while running, for leases asked for from then on")
    void switchedWhileRunning() throws Exception {
        Holder off = OrderSync.take(lab.controller()).holder();
        capturing(CaptureLevel.SITE);
        SessionLease site = OrderSync.take(lab.controller());
        capturing(CaptureLevel.STACK);
        Holder stack = OrderSync.take(lab.controller()).holder();
        capturing(CaptureLevel.OFF);
        assertThat(OrderSync.take(lab.controller()).holder().site()).isEmpty();
        assertThat(off.site()).isEmpty();
        assertThat(site.holder().site()).isPresent();
        assertThat(site.holder().stack()).isEmpty();
        assertThat(stack.stack()).isNotEmpty();
    }

    @Test
    @DisplayName("rule 15: events and lists name the site of the acquisition")
    void eventsNameTheSite() throws Exception {
        capturing(CaptureLevel.SITE);
        SessionLease lease = OrderSync.take(lab.controller());
        lab.settle();
        assertThat(lab.recorder.events(SessionEvent.Granted.class).getLast().info().holder())
                .isEqualTo(lease.holder());
        assertThat(lab.controller().leases().getLast().holder()).isEqualTo(lease.holder());
        lab.advance(lab.controller().policy().overdueAfter());
        assertThat(lab.recorder.events(SessionEvent.Overdue.class).getLast().holder().siteText())
                .startsWith("OrderSync.take:");
    }

    @Test
    @DisplayName("rule 15: a level that is null is refused, and the former stays")
    void nullLevel() throws Exception {
        capturing(CaptureLevel.SITE);
        assertThatThrownBy(() -> capturing(null)).isInstanceOf(NullPointerException.class);
        assertThat(OrderSync.take(lab.controller()).holder().site()).isPresent();
    }

    private void capturing(CaptureLevel level) {
        lab.controller().capture(level);
    }

    private void build(UnaryOperator<ControllerBuilder> with) {
        lab.build(UnaryOperator.identity(), with);
    }

    private static void assertSite(Holder holder, Class<?> type, String method) {
        StackTraceElement site = holder.site().orElseThrow();
        assertThat(site.getClassName()).isEqualTo(type.getName());
        assertThat(site.getMethodName()).isEqualTo(method);
        assertThat(site.getLineNumber()).isPositive();
    }
}
