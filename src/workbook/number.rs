//! Numbers and days of cells → the text a person would have read there.

use calamine::ExcelDateTime;

/// A number as a spreadsheet shows it where there is room: fifteen digits, since it keeps no more,
/// and in powers of ten where that would not do. So what a computation left behind the fifteenth
/// digit is gone, and a code of eighteen digits can be told to have lost its end.
pub(super) fn number(value: f64) -> String {
    // One digit, a point, fourteen digits, and the power of ten.
    let text = format!("{value:.14e}");
    let Some((digits, power)) = text.split_once('e') else {
        return text;
    };
    let (sign, digits) = digits
        .strip_prefix('-')
        .map_or(("", digits), |rest| ("-", rest));
    let digits = digits.replace('.', "");
    let digits = digits.trim_end_matches('0');
    match power.parse::<i32>() {
        _ if digits.is_empty() => "0".to_owned(),
        Ok(power @ 0..15) => format!("{sign}{}", behind(digits, power + 1)),
        Ok(power @ -9..0) => {
            let zeros = usize::try_from(-1 - power).unwrap_or_default();
            format!("{sign}0.{}{digits}", "0".repeat(zeros))
        }
        Ok(power) => format!("{sign}{}E{power:+}", behind(digits, 1)),
        Err(_) => text,
    }
}

/// Digits with a point behind so many of them; zeros where there are fewer.
fn behind(digits: &str, whole: i32) -> String {
    let whole = usize::try_from(whole).unwrap_or_default();
    match digits.split_at_checked(whole) {
        Some((whole, "")) => whole.to_owned(),
        Some((whole, part)) => format!("{whole}.{part}"),
        None => format!("{digits:0<whole$}"),
    }
}

/// A day as files write it. What time it was is left out: no column of a ledger asks for it.
pub(super) fn day(value: ExcelDateTime) -> String {
    if value.is_duration() {
        return number(value.as_f64());
    }
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn numbers_read_as_they_are_shown() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (12.5, "12.5"),
            (-3.0, "-3"),
            (40.3179, "40.3179"),
            (62.688_100_000_000_006, "62.6881"),
            (0.1 + 0.2, "0.3"),
            (0.0688, "0.0688"),
            (1_234_567.89, "1234567.89"),
            (100_000_000_000.0, "100000000000"),
            (999_999_999_999_999.0, "999999999999999"),
            (914_104_220_484_623_350.0, "9.14104220484623E+17"),
            (1e-12, "1E-12"),
        ] {
            assert_eq!(number(value), text, "{value}");
        }
        assert_eq!(number(f64::NAN), "NaN");
    }

    #[test]
    fn days_are_counted_from_either_year() {
        let serial =
            |value, is_1904| ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
        assert_eq!(day(serial(44_725.0, false)), "2022-06-13");
        assert_eq!(day(serial(44_725.75, false)), "2022-06-13");
        assert_eq!(day(serial(43_263.0, true)), "2022-06-13");
    }
}
