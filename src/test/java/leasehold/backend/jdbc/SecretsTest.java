package leasehold.backend.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    private static final String PASSWORD = "pä/ss w+rd&42%";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login with pä/ss w+rd&42% failed | login with *** failed",
                "x?p=p%C3%A4%2Fss+w%2Brd%2642%25. | x?p=***.",
                "x?p=p%c3%a4%2fss%20w%2brd%2642%25. | x?p=***.",
                "x?p=p%C3%A4%2Fss%20w%2Brd%2642%25. | x?p=***."
            })
    void passwordIsMaskedHoweverItIsWritten(String text, String masked) {
        assertThat(new Secrets(PASSWORD, "jdbc:x:y").mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://h/d?password=ab)cd&ssl=true | ab)cd",
                "jdbc:h2:mem:x;PASSWORD=ab'cd | ab'cd",
                "jdbc:mysql://joe:hu/sh@host/db | hu/sh"
            })
    void noTailOfAPasswordInTheUrlIsLeft(String url, String password) {
        Secrets secrets = new Secrets("", url);
        assertThat(secrets.mask(url)).doesNotContain(password.substring(3));
        assertThat(secrets.mask("no entry for " + password)).isEqualTo("no entry for ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jdbc:sqlserver://h;user=joe;password={op;en};encrypt=true | op;en | en}",
                "jdbc:oracle:thin:joe/\"op@en\"@host:1521:x | op@en | en\"",
                "jdbc:mysql://h/d?user=joe&password1=open&password2=sesame | sesame | sesame",
                "jdbc:redshift://h/d?SecretAccessKey=sesame | sesame | sesame"
            })
    void passwordIsMaskedInTheMannerOfItsDriver(String url, String password, String tail) {
        Secrets secrets = new Secrets("", url);
        assertThat(secrets.mask(url)).doesNotContain(tail);
        assertThat(secrets.mask("no entry for '" + password + "'")).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://joe:hush@host/db | jdbc:mysql://joe:***@host/db",
                "jdbc:postgresql://h/d?user=joe&password=hush&ssl=true | jdbc:postgresql://h/d?user=joe&password=***&ssl=true",
                "jdbc:h2:mem:x;USER=joe;PASSWORD=hush | jdbc:h2:mem:x;USER=joe;PASSWORD=***",
                "jdbc:oracle:thin:joe/hush@host:1521:x | jdbc:oracle:thin:joe/***@host:1521:x",
                "sslpassword = hush; | sslpassword = ***;",
                "{password='hush hush', user=joe} | {password=***, user=joe}",
                "at a@b.example, see //host:80/x | at a@b.example, see //host:80/x"
            })
    void passwordOfAnyUrlIsMasked(String text, String masked) {
        assertThat(new Secrets("", "").mask(text)).isEqualTo(masked);
    }

    @Test
    void passwordInTheUrlIsMaskedWhereItStandsAlone() {
        Secrets secrets = new Secrets("", "jdbc:h2:mem:x;PASSWORD=open%20sesame");
        assertThat(secrets.mask("open sesame, open%20sesame")).isEqualTo("***, ***");
    }

    @Test
    void shortPasswordIsMaskedAsAWordOfItsOwn() {
        assertThat(new Secrets("sa", "").mask("message for 'sa': sa, sad"))
                .isEqualTo("message for '***': ***, sad");
    }

    @Test
    void textWithoutASecretStaysAsItIs() {
        assertThat(new Secrets(PASSWORD, "jdbc:x:y").mask("password authentication failed"))
                .isEqualTo("password authentication failed");
    }
}
