package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import leasehold.ui.model.TargetModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dialog in which a target is connected. */
class ConnectTest {

    private final VaultProvider vault = new VaultProvider();
    private OpenWindow window;

    @BeforeEach
    void setUp() throws TimeoutException {
        window = new OpenWindow(960, 600, Map.of(), List.of(vault));
        window.click("#target-menu");
        window.click("#connect");
    }

    @AfterEach
    void tearDown() {
        window.close();
    }

    @Test
    void testThatWorksOpensAndClosesASession() {
        test(VaultProvider.RIGHT);
        window.awaitThat(() -> window.text("connect-result").startsWith("It works"));
        assertThat(vault.opened).hasValue(1);
        assertThat(vault.closed).hasValue(1);
        assertThat(window.text("connect-try")).isEqualTo("Test connection");
    }

    @Test
    void testThatFailsSaysWhyAndNotTheSecret() {
        test("shibboleth");
        window.awaitThat(() -> window.text("connect-result").contains("does not open it"));
        assertThat(window.text("connect-result")).contains("***").doesNotContain("shibboleth");
        window.click("#setting-word").write("x");
        assertThat(window.text("connect-result")).as("of another value").isEmpty();
    }

    @Test
    void testIsCancelledByItsOwnButton() throws InterruptedException {
        test(VaultProvider.HANG);
        assertThat(vault.hanging.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(window.text("connect-result")).isEqualTo("Trying…");
        assertThat(window.text("connect-try")).isEqualTo("Cancel test");
        window.press("connect-try");
        assertThat(vault.aborted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(window.text("connect-try")).isEqualTo("Test connection");
        assertThat(window.text("connect-result")).isEmpty();
    }

    @Test
    void escapeCancelsTheTestWithTheDialog() throws InterruptedException {
        test(VaultProvider.HANG);
        assertThat(vault.hanging.await(20, TimeUnit.SECONDS)).isTrue();
        window.type(KeyCode.ESCAPE);
        assertThat(vault.aborted.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(window.robot().lookup("#connect-dialog").tryQuery()).isEmpty();
    }

    @Test
    void connectWantsANameAndAPurposeOfWhichNoneIsProposed() {
        Button connect = window.robot().lookup("#connect-now").queryButton();
        assertThat(window.robot().lookup(".radio-button").queryAllAs(RadioButton.class))
                .hasSize(2)
                .noneMatch(RadioButton::isSelected);
        assertThat(OpenWindow.fx(connect::isDisabled)).isTrue();
        assertThat(OpenWindow.fx(connect::getAccessibleHelp)).isEqualTo("Give the target a name.");
        window.click("#connect-name").write("vault");
        assertThat(OpenWindow.fx(connect::getAccessibleHelp))
                .isEqualTo("Choose Test or Production.");
        window.click("#connect-production");
        assertThat(OpenWindow.fx(connect::isDisabled)).isFalse();
    }

    @Test
    void readOnlyTargetIsWatchedAndItsControlsSayWhyTheyAreOff() {
        window.click("#connect-name").write("vault");
        window.click("#connect-production");
        window.click("#connect-read-only");
        window.click("#setting-word").write(VaultProvider.RIGHT);
        window.press("connect-now");
        TargetModel target = OpenWindow.fx(() -> window.targets().current().get());
        assertThat(target.name()).isEqualTo("vault");
        for (String act : List.of("acquire-lease", "acquire-as", "release-lease", "card-action")) {
            Button button = window.robot().lookup("#" + act).queryButton();
            assertThat(OpenWindow.fx(button::isDisabled)).as(act).isTrue();
            assertThat(OpenWindow.fx(button::getAccessibleHelp))
                    .as(act)
                    .isEqualTo("vault is connected read-only.");
        }
        assertThat(window.robot().lookup("#simulator").tryQuery()).isEmpty();
        OpenWindow.run(target.acts()::acquire);
        window.awaitThat(() -> window.text("notice").equals("vault is connected read-only."));
        assertThat(vault.opened).hasValue(0);
    }

    private void test(String word) {
        window.click("#setting-word").write(word);
        window.press("connect-try");
    }
}
