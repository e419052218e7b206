package arrears.ledger.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A submission, in bytes or text, that is in order: a constraint like any other of
 * jakarta.validation, so that {@code @Valid} in a Spring controller asks it too.
 *
 * <pre>{@code
 * public final class Upload {
 *     @NotNull @ArrearsSubmission private byte[] file;
 * }
 * }</pre>
 *
 * Each error and each open warning is a violation of its own, with the rule's code and message. The
 * day is that of the validator's clock, in China.
 */
@Documented
@Constraint(validatedBy = {SubmissionValidator.OfBytes.class, SubmissionValidator.OfText.class})
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ArrearsSubmission {
    /** Not shown: each finding has a message of its own. */
    String message() default "{arrears.ledger.validation.ArrearsSubmission.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The language of messages, {@code "zh"} or {@code "en"}. */
    String lang() default "zh";
}
