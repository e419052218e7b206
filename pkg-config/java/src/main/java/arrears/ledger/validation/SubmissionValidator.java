package arrears.ledger.validation;

import arrears.ledger.ArrearsLedger;
import arrears.ledger.File;
import arrears.ledger.Finding;
import arrears.ledger.Options;
import arrears.ledger.Validation;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Asks the rules. A value that is not there is left to {@code @NotNull}. */
public abstract class SubmissionValidator<T> implements ConstraintValidator<ArrearsSubmission, T> {
    private static final ArrearsLedger LEDGER = new ArrearsLedger();

    private String lang = "zh";

    @Override
    public void initialize(ArrearsSubmission constraint) {
        lang = constraint.lang();
    }

    boolean check(byte[] bytes, ConstraintValidatorContext context) {
        LocalDate today = LocalDate.now(context.getClockProvider().getClock().withZone(Options.CHINA));
        Validation answer = LEDGER.validate(File.of(bytes), Options.on(today).lang(lang));
        if (answer.valid()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        for (Finding finding : answer.findings()) {
            if (!finding.severity().equals("notice") && finding.reason().isEmpty()) {
                String told = finding.code() + " " + finding.path() + " " + finding.message();
                context.buildConstraintViolationWithTemplate(literal(told)).addConstraintViolation();
            }
        }
        return false;
    }

    /** Messages quote what people typed, and none of that may be taken for an expression. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\{}$])", "\\\\$1");
    }

    /** Of bytes. */
    public static final class OfBytes extends SubmissionValidator<byte[]> {
        @Override
        public boolean isValid(byte[] bytes, ConstraintValidatorContext context) {
            return bytes == null || check(bytes, context);
        }
    }

    /** Of text. */
    public static final class OfText extends SubmissionValidator<CharSequence> {
        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null || check(text.toString().getBytes(StandardCharsets.UTF_8), context);
        }
    }
}
