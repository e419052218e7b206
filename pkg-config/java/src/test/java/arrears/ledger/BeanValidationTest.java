package arrears.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arrears.ledger.validation.ArrearsSubmission;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The constraint in the hands of a validator, as Spring calls it for {@code @Valid}. */
class BeanValidationTest {
    /** What a controller takes. */
    static final class Upload {
        @NotNull @ArrearsSubmission(lang = "en")
        private final byte[] file;

        Upload(byte[] file) {
            this.file = file;
        }
    }

    /** Nine in the evening of the day before in Greenwich, five in the morning in China. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2022-06-11T21:00:00Z"), ZoneOffset.UTC);

    private static Set<ConstraintViolation<Upload>> violations(byte[] file) {
        Validator validator =
                Validation.byDefaultProvider()
                        .configure()
                        .clockProvider(() -> CLOCK)
                        .buildValidatorFactory()
                        .getValidator();
        return validator.validate(new Upload(file));
    }

    @Test
    void aValidSubmissionHasNoViolation() throws Exception {
        assertTrue(violations(Samples.parity("valid.json").bytes()).isEmpty());
    }

    @Test
    void eachErrorAndOpenWarningIsAViolation() throws Exception {
        File errors = Samples.parity("errors.json");
        arrears.ledger.Validation answer = new ArrearsLedger().validate(errors, Options.on(Samples.DAY).lang("en"));
        Set<ConstraintViolation<Upload>> found = violations(errors.bytes());
        long open =
                answer.findings().stream()
                        .filter(one -> !one.severity().equals("notice") && one.reason().isEmpty())
                        .map(one -> one.code() + " " + one.path() + " " + one.message())
                        .distinct()
                        .count();
        assertEquals(open, found.size());
        assertFalse(found.isEmpty());
        assertTrue(found.stream().allMatch(one -> one.getPropertyPath().toString().equals("file")));
    }

    @Test
    void whatWasTypedIsNoExpression() {
        byte[] sheet = "欠款单位\t被拖欠企业\t拖欠金额（元）\n甲\t乙\t${7*7}{a}\\\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(violations(sheet).stream().anyMatch(one -> one.getMessage().contains("${7*7}{a}\\")));
    }

    @Test
    void nothingIsLeftToNotNull() {
        assertEquals(1, violations(null).size());
    }
}
