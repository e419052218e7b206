//! The one macro that declares a table: a column is one line, and everything else comes from it.

use crate::ledger::cell::{Kind, Stored};
use crate::text::Text;

/// Whether a cell must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Blank is an error.
    Required,
    /// Blank is a warning; a column left out altogether is one warning for all rows.
    Expected,
    /// A rule says when it must be filled.
    Conditional,
    /// May always be blank.
    Optional,
    /// Computed; where it is given, it is compared.
    Derived,
}

impl Presence {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Expected => "expected",
            Self::Conditional => "conditional",
            Self::Optional => "optional",
            Self::Derived => "derived",
        }
    }
}

/// The part of a form a field stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who reports, and for when.
    Report,
    /// Control totals and signatures.
    Sign,
    /// Number, identity, origin.
    Identity,
    /// The entity in arrears.
    Debtor,
    /// The creditor.
    Creditor,
    /// Contract and project.
    Contract,
    /// Money.
    Money,
    /// Days.
    Dates,
    /// Dispute, court, causes.
    State,
    /// Repayment plan and who answers for it.
    Plan,
    /// Follow-up and closing.
    FollowUp,
}

impl Group {
    /// Every group, in the order of a form.
    pub const ALL: &'static [Self] = &[
        Self::Report,
        Self::Sign,
        Self::Identity,
        Self::Debtor,
        Self::Creditor,
        Self::Contract,
        Self::Money,
        Self::Dates,
        Self::State,
        Self::Plan,
        Self::FollowUp,
    ];

    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Sign => "sign",
            Self::Identity => "identity",
            Self::Debtor => "debtor",
            Self::Creditor => "creditor",
            Self::Contract => "contract",
            Self::Money => "money",
            Self::Dates => "dates",
            Self::State => "state",
            Self::Plan => "plan",
            Self::FollowUp => "follow_up",
        }
    }

    /// The group's heading.
    pub const fn label(self) -> Text {
        match self {
            Self::Report => Text {
                zh: "填报",
                en: "Report",
            },
            Self::Sign => Text {
                zh: "合计与签字",
                en: "Totals and signatures",
            },
            Self::Identity => Text {
                zh: "编号与来源",
                en: "Number and origin",
            },
            Self::Debtor => Text {
                zh: "欠款单位",
                en: "Entity in arrears",
            },
            Self::Creditor => Text {
                zh: "被拖欠企业",
                en: "Creditor",
            },
            Self::Contract => Text {
                zh: "合同与项目",
                en: "Contract",
            },
            Self::Money => Text {
                zh: "金额",
                en: "Money",
            },
            Self::Dates => Text {
                zh: "日期",
                en: "Dates",
            },
            Self::State => Text {
                zh: "分歧、司法与原因",
                en: "Dispute, court and causes",
            },
            Self::Plan => Text {
                zh: "清偿计划",
                en: "Repayment plan",
            },
            Self::FollowUp => Text {
                zh: "清偿与销号",
                en: "Follow-up",
            },
        }
    }
}

/// All that is known of a column, from its one line.
#[derive(Debug)]
pub struct Spec {
    /// The name in files, findings and forms.
    pub key: &'static str,
    /// What people call it.
    pub label: Text,
    /// What it takes.
    pub kind: Kind,
    /// Whether it must be filled.
    pub presence: Presence,
    /// The part of the form it stands in.
    pub group: Group,
    /// Other headings sheets use for it.
    pub aliases: &'static [&'static str],
    /// The value a new row starts with, as text.
    pub default: Option<&'static str>,
    /// What to write, for the clerk.
    pub help: Option<Text>,
    /// The clause or form it comes from.
    pub source: &'static str,
}

/// A text that could not be read, kept beside the field it was typed in.
pub type Unread<F> = Vec<(F, Box<str>)>;

/// Fields of a file that this version does not know: name and canonical JSON, kept for the way
/// back.
pub type Extra = Vec<(Box<str>, Box<str>)>;

/// What every table's record can do, so that readers, writers and sessions are written once.
pub trait Record: Default {
    /// The table's columns.
    type Field: Copy + PartialEq + Ord + 'static;

    /// Every column, in the order of the table.
    const FIELDS: &'static [Self::Field];

    /// What is known of a column.
    fn spec(field: Self::Field) -> &'static Spec;

    /// Writes what a person typed: a value, a blank, or a text that cannot be read and is kept.
    fn set(&mut self, field: Self::Field, text: &str, unit: crate::amount::Unit);

    /// Writes a text that is known not to be readable (a wrong JSON type).
    fn set_unread(&mut self, field: Self::Field, text: &str);

    /// What a person sees: the value printed, or the text that could not be read.
    fn text(&self, field: Self::Field, unit: crate::amount::Unit) -> String;

    /// What the file carries; `None` for a blank or unreadable cell.
    fn stored(&self, field: Self::Field) -> Option<Stored<'_>>;

    /// Why a text typed here cannot be read; `None` when it can.
    fn why_unread(
        field: Self::Field,
        text: &str,
        unit: crate::amount::Unit,
    ) -> Option<crate::ledger::cell::Unreadable>;

    /// The texts that could not be read.
    fn unread(&self) -> &[(Self::Field, Box<str>)];

    /// The fields this version does not know.
    fn extra(&mut self) -> &mut Extra;

    /// The fields this version does not know.
    fn extras(&self) -> &[(Box<str>, Box<str>)];

    /// The column of a key.
    fn field(key: &str) -> Option<Self::Field> {
        Self::FIELDS
            .iter()
            .copied()
            .find(|field| Self::spec(*field).key == key)
    }

    /// Neither a value nor a text that could not be read.
    fn is_blank(&self, field: Self::Field) -> bool {
        self.stored(field).is_none() && !self.unread().iter().any(|(known, _)| *known == field)
    }
}

/// Declares a table.
///
/// ```text
/// fields! {
///     /// Doc of the record.
///     Entry { /// Doc of a child table.
///             instalments: Vec<Instalment> }
///     //  variant       key            type        中文        English               presence  group   source
///     DebtorName      : debtor_name  : Line<100> = "欠款单位", "entity in arrears", Required, Debtor, "T14"
///         also ["拖欠单位"] default "…" help "中文" "English";
/// }
/// ```
/// expands to `struct Entry` with one `Option` per column (so that a rule reads typed values and
/// is silent on a blank), `enum Field`, and `impl Record for Entry`.
macro_rules! fields {
    ($(#[$doc:meta])* $record:ident { $($(#[$child_doc:meta])* $child:ident : $child_type:ty),* $(,)? }
        $( $variant:ident : $key:ident : $type:ty = $zh:literal, $en:literal,
           $presence:ident, $group:ident, $source:literal
           $(also [$($alias:literal),* $(,)?])?
           $(default $default:literal)?
           $(help $help_zh:literal $help_en:literal)? ; )+
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $record {
            $( #[doc = $zh] pub $key: Option<$type>, )+
            $( $(#[$child_doc])* pub $child: $child_type, )*
            /// Texts that could not be read, kept as they were typed.
            pub unread: $crate::ledger::fields::Unread<Field>,
            /// Fields this version does not know.
            pub extra: $crate::ledger::fields::Extra,
        }

        /// A column of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $( #[doc = $zh] $variant, )+ }

        impl $crate::ledger::fields::Record for $record {
            type Field = Field;
            const FIELDS: &'static [Field] = &[$( Field::$variant ),+];

            fn spec(field: Field) -> &'static $crate::ledger::fields::Spec {
                match field { $(
                    Field::$variant => {
                        static SPEC: $crate::ledger::fields::Spec = $crate::ledger::fields::Spec {
                            key: stringify!($key),
                            label: $crate::text::Text { zh: $zh, en: $en },
                            kind: <$type as $crate::ledger::cell::Cell>::KIND,
                            presence: $crate::ledger::fields::Presence::$presence,
                            group: $crate::ledger::fields::Group::$group,
                            aliases: $crate::ledger::fields::or!([$($($alias),*)?]),
                            default: $crate::ledger::fields::or!($($default)?),
                            help: $crate::ledger::fields::or!($($help_zh, $help_en)?),
                            source: $source,
                        };
                        &SPEC
                    }
                )+ }
            }

            fn set(&mut self, field: Field, text: &str, unit: $crate::amount::Unit) {
                self.unread.retain(|(known, _)| *known != field);
                let blank = text.trim().is_empty();
                let read = match field { $(
                    Field::$variant => {
                        self.$key = None;
                        if blank { return; }
                        match <$type as $crate::ledger::cell::Cell>::parse(text, unit) {
                            Ok(value) => { self.$key = Some(value); true }
                            Err(_) => false,
                        }
                    }
                )+ };
                if !read { self.unread.push((field, text.into())); }
            }

            fn set_unread(&mut self, field: Field, text: &str) {
                self.set(field, "", $crate::amount::Unit::Yuan);
                self.unread.push((field, text.into()));
            }

            fn text(&self, field: Field, unit: $crate::amount::Unit) -> String {
                let value = match field { $(
                    Field::$variant =>
                        self.$key.as_ref().map(|value| $crate::ledger::cell::Cell::print(value, unit)),
                )+ };
                value
                    .or_else(|| self.unread.iter().find(|(known, _)| *known == field)
                        .map(|(_, text)| text.to_string()))
                    .unwrap_or_default()
            }

            fn stored(&self, field: Field) -> Option<$crate::ledger::cell::Stored<'_>> {
                match field { $(
                    Field::$variant => self.$key.as_ref().map($crate::ledger::cell::Cell::stored),
                )+ }
            }

            fn why_unread(field: Field, text: &str, unit: $crate::amount::Unit)
                -> Option<$crate::ledger::cell::Unreadable> {
                match field { $(
                    Field::$variant => <$type as $crate::ledger::cell::Cell>::parse(text, unit).err(),
                )+ }
            }

            fn unread(&self) -> &[(Field, Box<str>)] { &self.unread }
            fn extra(&mut self) -> &mut $crate::ledger::fields::Extra { &mut self.extra }
            fn extras(&self) -> &[(Box<str>, Box<str>)] { &self.extra }
        }
    };
}

/// An optional part of a line of [`fields!`]: what was given, or nothing.
macro_rules! or {
    ([$($item:literal),*]) => { &[$($item),*] };
    () => { None };
    ($zh:literal, $en:literal) => { Some($crate::text::Text { zh: $zh, en: $en }) };
    ($text:literal) => { Some($text) };
}

pub(crate) use {fields, or};
