package leasehold.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import leasehold.ui.fx.CopyFormat.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyFormatTest {

    private static final List<Column> COLUMNS =
            List.of(new Column("client", "Client", false), new Column("held", "Held for", true));

    @Test
    void csvIsQuotedWhereItMustBeAndItsLinesEndAsRfc4180Says() {
        assertThat(
                        CopyFormat.CSV.of(
                                COLUMNS,
                                List.of(
                                        List.of("a,b", "4.2 s"),
                                        List.of("say \"no\"", "1\n2"),
                                        List.of("", " plain "))))
                .isEqualTo(
                        "Client,Held for\r\n"
                                + "\"a,b\",4.2 s\r\n"
                                + "\"say \"\"no\"\"\",\"1\n2\"\r\n"
                                + ", plain \r\n");
    }

    @Test
    void tabsAndLineBreaksInACellDoNotTearItsRow() {
        assertThat(CopyFormat.TSV.of(COLUMNS, List.of(List.of("a\tb", "1\r\n2"))))
                .isEqualTo("Client\tHeld for\na b\t1 2\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+2",
                "-1-2",
                "@SUM(A1)",
                "＝1",
                "\t=1",
                "  =1",
                "\n=1"
            })
    void whatASpreadsheetWouldRunIsMadeHarmless(String cell) {
        for (CopyFormat format : List.of(CopyFormat.CSV, CopyFormat.TSV)) {
            String copied = format.of(COLUMNS, List.of(List.of(cell, "x")));
            assertThat(copied.lines().skip(1).findFirst().orElseThrow().replace("\"", ""))
                    .as(format.name())
                    .startsWith("'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+4.2", "1,204", "–", "a=b", "order-import"})
    void numbersAndNamesStayAsTheyAre(String cell) {
        assertThat(CopyFormat.TSV.of(COLUMNS, List.of(List.of(cell, "x"))))
                .isEqualTo("Client\tHeld for\n" + cell + "\tx\n");
    }

    @Test
    void jsonIsAnArrayOfObjectsWithColumnsByTheirIds() {
        assertThat(
                        CopyFormat.JSON.of(
                                COLUMNS,
                                List.of(
                                        List.of("say \"no\" \\ yes", "1\n\t2"),
                                        List.of("\u0001ü", "=1"))))
                .isEqualTo(
                        """
                        [
                          {"client": "say \\"no\\" \\\\ yes", "held": "1\\n\\t2"},
                          {"client": "\\u0001ü", "held": "=1"}
                        ]
                        """);
    }

    @Test
    void markdownIsATableWhoseCellsCannotBreakIt() {
        assertThat(CopyFormat.MARKDOWN.of(COLUMNS, List.of(List.of("a|b_c <i>", "1\n2"))))
                .isEqualTo(
                        """
                        | Client | Held for |
                        | --- | ---: |
                        | a\\|b\\_c \\<i\\> | 1 2 |
                        """);
    }
}
