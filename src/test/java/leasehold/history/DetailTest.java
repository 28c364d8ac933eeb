package leasehold.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What of an entry is no column, as text. */
class DetailTest {

    private final Detail detail = new Detail();

    @Test
    void objectsOneAfterTheOtherAreEachWhole() {
        assertThat(detail.object(to -> to.with("peak", 3))).isEqualTo("{\"peak\":3}");
        assertThat(detail.array(List.of(1, 2), (to, held) -> to.with("held", held)))
                .isEqualTo("[{\"held\":1},{\"held\":2}]");
        assertThat(detail.object(_ -> {})).isEqualTo("{}");
    }

    @Test
    void faultWithinAnObjectLeavesNothingInTheNext() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                detail.object(
                                        to -> {
                                            to.with("peak", 3);
                                            throw new IllegalStateException("a fault");
                                        }));
        assertThat(detail.object(to -> to.with("held", 1))).isEqualTo("{\"held\":1}");
    }
}
