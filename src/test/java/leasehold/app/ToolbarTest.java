package leasehold.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** What the toolbar says and does. */
class ToolbarTest {

    @Test
    void whatIsOffSaysWhyAndIsOnWhenItCanBeDone() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            Button release = window.robot().lookup("#release-lease").queryButton();
            assertThat(OpenWindow.fx(release::isDisabled)).isTrue();
            assertThat(OpenWindow.fx(release::getAccessibleHelp))
                    .isEqualTo("No lease that was taken here is held.");
            window.hover("#release-lease");
            window.awaitThat(() -> window.tooltips().contains(release.getAccessibleHelp()));
            window.press("acquire-lease");
            window.awaitThat(() -> !release.isDisabled());
            assertThat(OpenWindow.fx(release::getAccessibleHelp)).isNull();
        }
    }

    @Test
    void narrowToolbarShowsIconsAndKeepsItsHeightAndWords() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            Button release = window.robot().lookup("#release-lease").queryButton();
            Region toolbar = window.robot().lookup("#toolbar").queryAs(Region.class);
            assertThat(OpenWindow.fx(toolbar::getHeight)).isEqualTo(44);
            assertThat(OpenWindow.fx(release::getWidth)).isLessThan(40);
            assertThat(OpenWindow.fx(release::getText)).isEqualTo("Release");
            assertThat(OpenWindow.fx(release::getTooltip).getText()).startsWith("Release");
        }
    }

    @Test
    void arrowOfAcquireAsksWhoWhatForHowLongAndHowMany() throws TimeoutException {
        try (OpenWindow window = new OpenWindow(960, 600)) {
            window.press("acquire-as");
            Node client = window.robot().lookup("#acquire-client").query();
            assertThat(OpenWindow.fx(client::isFocused)).isTrue();
            window.click("#acquire-expiry").write("soon");
            Button act = window.robot().lookup("#acquire-now").queryButton();
            assertThat(OpenWindow.fx(act::isDisabled)).isTrue();
            window.erase(4).write("10m");
            window.click("#acquire-count").write("0").type(KeyCode.ENTER);
            window.awaitCard("held by 10 leases of 1 client");
        }
    }
}
