//! The macro a rule is declared with.

/// Declares a rule; the check stands below it as a plain function named in `check`.
///
/// ```text
/// rule! {
///     "无分歧金额大于拖欠金额", "undisputed more than owed"
///     (undisputed: Amount, arrears: Amount)
///     code: "A-17", severity: Error, check: [Entry(check)],
///     reads: [Entry: UndisputedAmount, ArrearsAmount],
///     basis: "《保障中小企业款项支付条例》第十五条",
///     message: "无分歧金额{undisputed}大于拖欠金额{arrears}", "the undisputed {undisputed} exceeds the arrears {arrears}",
///     repair: "核对两个金额", "check both amounts",
///     fails: r#"{ … }"#,
///     passes: r#"{ … }"#,
/// }
/// ```
/// A rule that reads columns which only data name says so behind `reads`: `beyond: Matrix,`.
///
/// A rule a campaign may switch off, or off unless a campaign wants it, says so behind `reads`,
/// with the limits a campaign may move: `switch: on [large: Fen = 100_000_000_000],`.
///
/// All this expands to `pub(crate) static RULE: Rule` and `fn finding(spot, (undisputed, arrears))`.
/// A message that forgets a fact, or names one that is not there, does not compile.
macro_rules! rule {
    (
        $title_zh:literal, $title_en:literal
        ($($name:ident : $type:ty),* $(,)?)
        code: $code:literal, severity: $severity:ident, check: [$($scope:ident $(($check:ident $(, $also:ident)*))?),+],
        reads: [$($table:ident : $($field:ident),+ );* $(;)?],
        $(beyond: $beyond:ident,)?
        $(switch: $state:ident [$($limit:ident : $measure:ident = $value:literal),* $(,)?],)?
        basis: $basis:literal,
        message: $zh:literal, $en:literal,
        repair: $repair_zh:literal, $repair_en:literal,
        fails: $fails:literal,
        passes: $passes:literal $(,)?
    ) => {
        #[doc = $title_zh]
        pub(crate) static RULE: $crate::rule::Rule = {
            const WORDS: $crate::text::Lines = $crate::text::Lines(concat!(
                $code, "\n", $crate::rule::basis!($basis), "\n", $zh, "\n", $en, "\n" $(, stringify!($name), "\n")*
            ));

            $crate::rule::Rule {
                code: WORDS.head(),
                severity: $crate::rule::Severity::$severity,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                title: $crate::text::Text { zh: $title_zh, en: $title_en },
                reads: &[$($( $crate::rule::column!($table $field) ),+),*],
                beyond: $crate::rule::beyond!($($beyond)?),
                words: WORDS,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                repair: $crate::text::Text { zh: $repair_zh, en: $repair_en },
                switch: $crate::rule::switch!($($state $($limit $measure $value)*)?),
                checks: &[$( $crate::rule::scope!($scope $(($check $(, $also)*))?) ),+],
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                fails: $fails,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                passes: $passes,
            }
        };

        pub(crate) fn finding(
            spot: impl Into<$crate::rule::Spot>,
            ($($name,)*): ($($type,)*),
        ) -> $crate::rule::Finding {
            // Never run: it makes the compiler hold the sentences against the facts.
            let _ = || {
                $( let $name = stringify!($name); )*
                let _ = format_args!($zh, $($name = $name),*);
                let _ = format_args!($en, $($name = $name),*);
            };
            let finding = $crate::rule::Finding::new(&RULE, spot.into());
            $( let finding = $crate::rule::Quote::quoted($name, finding); )*
            finding
        }
    };
}

/// The clause, which the page's catalogue has; its first module leaves it out.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
macro_rules! basis {
    ($basis:literal) => {
        $basis
    };
}

#[cfg(not(any(not(target_family = "wasm"), feature = "whole")))]
macro_rules! basis {
    ($basis:literal) => {
        ""
    };
}

/// What a rule reads beyond the columns it names.
macro_rules! beyond {
    () => {
        $crate::rule::Beyond::Nothing
    };
    ($beyond:ident) => {
        $crate::rule::Beyond::$beyond
    };
}

/// Whether a campaign may switch the rule, and the limits it may move.
macro_rules! switch {
    () => {
        None
    };
    ($state:ident $($limit:ident $measure:ident $value:literal)*) => {
        Some($crate::rule::Switch {
            is_on: $crate::rule::switch!(@$state),
            limits: &[$( $crate::rule::Limit {
                name: stringify!($limit),
                measure: $crate::rule::Measure::$measure,
                value: $value,
            } ),*],
        })
    };
    (@on) => {
        true
    };
    (@off) => {
        false
    };
}

/// One way in which a rule is asked; a group names its check, then its keys, then what
/// of a debt it sees, and a tally what it
/// says, then what holds of a debt.
macro_rules! scope {
    (Reading) => {
        $crate::rule::Check::Reading
    };
    (Ledger($check:ident)) => {
        $crate::rule::Check::Ledger($check)
    };
    (Entry($check:ident)) => {
        $crate::rule::Check::Entry($check)
    };
    (Cells($check:ident)) => {
        $crate::rule::Check::Cells($check)
    };
    (Collection($check:ident)) => {
        $crate::rule::Check::Collection($check)
    };
    (Tally($told:ident, $of:ident)) => {
        $crate::rule::Check::Tally {
            of: $of,
            told: $told,
        }
    };
    (Group($check:ident, $keys:ident, $sees:ident)) => {
        $crate::rule::Check::Group {
            keys: $keys,
            sees: Some($sees),
            check: $check,
        }
    };
    (Group($check:ident, $keys:ident)) => {
        $crate::rule::Check::Group {
            keys: $keys,
            sees: None,
            check: $check,
        }
    };
}

/// A column by its table and variant.
macro_rules! column {
    (Header $field:ident) => {
        $crate::ledger::Column::Header($crate::ledger::header::Field::$field)
    };
    (Entry $field:ident) => {
        $crate::ledger::Column::Entry($crate::ledger::entry::Field::$field)
    };
    (Instalment $field:ident) => {
        $crate::ledger::Column::Instalment($crate::ledger::instalment::Field::$field)
    };
    (Payment $field:ident) => {
        $crate::ledger::Column::Payment($crate::ledger::payment::Field::$field)
    };
    (Change $field:ident) => {
        $crate::ledger::Column::Change($crate::ledger::change::Field::$field)
    };
}

pub(crate) use {basis, beyond, column, rule, scope, switch};
