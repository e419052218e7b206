//! The one macro that declares a table: a column is one line, and everything else comes from it.

/// Declares a table.
///
/// ```text
/// fields! {
///     /// Doc of the record.
///     Entry { /// Doc of a child table.
///             instalments: Vec<Instalment> }
///     //  variant       key            type        中文        English               presence  group   source
///     DebtorName      : debtor_name  : Line<100> = "欠款单位", "entity in arrears", Required, Debtor, "T14"
///         also ["拖欠单位"] default "…" help "中文" "English" when other_column in ["code"];
/// }
/// ```
/// expands to `struct Entry` with one `Option` per column (so that a rule reads typed values and
/// is silent on a blank), `enum Field`, and `impl Table` and `impl Record for Entry`.
///
/// A column that few records fill in is declared `key in rest`: it is read and written like any
/// other, and stands in a `struct Rest` that takes no room where nothing in it was ever written.
/// Child tables, texts that could not be read and fields of a later version stand there, too.
macro_rules! fields {
    ($(#[$doc:meta])* $record:ident { $($(#[$child_doc:meta])* $child:ident : $child_type:ty),* $(,)? }
        $( $variant:ident : $key:ident $(in $rest:ident)? : $type:ty = $zh:literal, $en:literal,
           $presence:ident, $group:ident, $source:literal
           $(also [$($alias:literal),* $(,)?])?
           $(default $default:literal)?
           $(help $help_zh:literal $help_en:literal)?
           $(when $other:ident in [$($code:literal),+])? ; )+
    ) => {
        $crate::ledger::declare::record! {
            $(#[$doc])* $record { $( $(#[$child_doc])* $child : $child_type, )* } [] []
            $( { $key $($rest)? : $type = $zh } )+
        }

        /// A column of the table.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Field { $( #[doc = $zh] $variant, )+ }

        impl From<Field> for $crate::ledger::fields::Index {
            fn from(field: Field) -> Self {
                field as Self
            }
        }

        impl Field {
            pub(crate) fn at(index: $crate::ledger::fields::Index) -> Self {
                FIELDS.get(usize::from(index)).copied().unwrap_or(FIELDS[0])
            }
        }

        const FIELDS: [Field; [$( stringify!($key) ),+].len()] = [$( Field::$variant ),+];

        static SPECS: [$crate::ledger::spec::Spec; FIELDS.len()] = [ $(
            $crate::ledger::spec::Spec {
                key: $crate::ledger::declare::words!($key $zh $en [$($default)?] $($($alias)*)?).head(),
                words: $crate::ledger::declare::words!($key $zh $en [$($default)?] $($($alias)*)?),
                kind: <$type as $crate::ledger::cell::Cell>::KIND,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                presence: $crate::ledger::spec::Presence::$presence,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                group: $crate::ledger::spec::Group::$group,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                help: $crate::ledger::declare::or!($($help_zh, $help_en)?),
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                source: $source,
                #[cfg(any(not(target_family = "wasm"), feature = "whole"))]
                when: $crate::ledger::declare::when!($($other in [$($code),+])?),
            },
        )+ ];

        impl $crate::ledger::fields::Table for $record {
            fn specs(&self) -> &'static [$crate::ledger::spec::Spec] { &SPECS }
            fn required(&self) -> &'static [$crate::ledger::fields::Index] {
                <Self as $crate::ledger::fields::Record>::REQUIRED
            }
            fn column(&self, index: $crate::ledger::fields::Index) -> $crate::ledger::Column {
                Field::at(index).into()
            }
            fn slot(&mut self, index: $crate::ledger::fields::Index)
                -> &mut dyn $crate::ledger::fields::Slot {
                match Field::at(index) { $( Field::$variant => &mut self.$key, )+ }
            }
            fn peek(&self, index: $crate::ledger::fields::Index)
                -> &dyn $crate::ledger::fields::Slot {
                match Field::at(index) { $( Field::$variant => &self.$key, )+ }
            }
            fn unread(&self) -> &[($crate::ledger::fields::Index, Box<str>)] { &self.unread }
            fn unread_mut(&mut self) -> &mut $crate::ledger::fields::Unread { &mut self.unread }
            fn extra(&self) -> &[(Box<str>, Box<str>)] { &self.extra }
            fn extra_mut(&mut self) -> &mut $crate::ledger::fields::Extra { &mut self.extra }
        }

        impl $crate::ledger::fields::Record for $record {
            type Field = Field;
            const FIELDS: &'static [Field] = &FIELDS;
            const SPECS: &'static [$crate::ledger::spec::Spec] = &SPECS;
            const REQUIRED: &'static [$crate::ledger::fields::Index] =
                $crate::ledger::declare::places!(Required of $($presence)+);
            const EXPECTED: &'static [$crate::ledger::fields::Index] =
                $crate::ledger::declare::places!(Expected of $($presence)+);
            const OPTIONS: &'static [$crate::ledger::cell::Choice] = &[$(
                $crate::ledger::vocabulary::choice(
                    $crate::ledger::declare::words!($key $zh $en [$($default)?] $($($alias)*)?).heads(3)
                )
            ),+];
            fn spec(field: Field) -> &'static $crate::ledger::spec::Spec {
                // INVARIANT: the macro writes one line for each field, in the same order.
                SPECS.get(usize::from(u8::from(field))).unwrap_or(&SPECS[0])
            }
            fn as_table(&self) -> &dyn $crate::ledger::fields::Table { self }
            fn as_table_mut(&mut self) -> &mut dyn $crate::ledger::fields::Table { self }
        }
    };
}

/// The structs of [`fields!`]: goes through the columns, and puts each into the record or into its
/// rest.
macro_rules! record {
    ($(#[$doc:meta])* $record:ident $children:tt [$($own:tt)*] [$($apart:tt)*]
        { $key:ident rest : $type:ty = $zh:literal } $($more:tt)*
    ) => {
        $crate::ledger::declare::record! {
            $(#[$doc])* $record $children [$($own)*] [$($apart)* { $key : $type = $zh }] $($more)*
        }
    };
    ($(#[$doc:meta])* $record:ident $children:tt [$($own:tt)*] [$($apart:tt)*]
        { $key:ident : $type:ty = $zh:literal } $($more:tt)*
    ) => {
        $crate::ledger::declare::record! {
            $(#[$doc])* $record $children [$($own)* { $key : $type = $zh }] [$($apart)*] $($more)*
        }
    };
    ($(#[$doc:meta])* $record:ident { $($(#[$child_doc:meta])* $child:ident : $child_type:ty,)* }
        [$( { $key:ident : $type:ty = $zh:literal } )*]
        [$( { $apart:ident : $apart_type:ty = $apart_zh:literal } )*]
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $record {
            $( #[doc = $zh] pub $key: Option<$type>, )*
            /// What few records have; it is read and written as if it stood here.
            pub rest: $crate::ledger::apart::Apart<Rest>,
        }

        impl Default for $record {
            // One copy: so many cells left blank are long in every place that starts a record.
            #[inline(never)]
            fn default() -> Self {
                Self {
                    $( $key: None, )*
                    rest: $crate::ledger::apart::Apart::default(),
                }
            }
        }

        impl std::ops::Deref for $record {
            type Target = Rest;

            fn deref(&self) -> &Rest {
                &self.rest
            }
        }

        impl std::ops::DerefMut for $record {
            fn deref_mut(&mut self) -> &mut Rest {
                &mut self.rest
            }
        }

        /// What few records have, apart from what all have.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Rest {
            $( #[doc = $apart_zh] pub $apart: Option<$apart_type>, )*
            $( $(#[$child_doc])* pub $child: $child_type, )*
            /// Texts that could not be read, kept as they were typed.
            pub unread: $crate::ledger::fields::Unread,
            /// Fields this version does not know.
            pub extra: $crate::ledger::fields::Extra,
        }

        impl Default for Rest {
            fn default() -> Self {
                <Self as $crate::ledger::apart::Blank>::NEW
            }
        }

        impl $crate::ledger::apart::Blank for Rest {
            const NEW: Self = Self {
                $( $apart: None, )*
                $( $child: Vec::new(), )*
                unread: Vec::new(),
                extra: Vec::new(),
            };
            const BLANK: &'static Self = &Self::NEW;
        }
    };
}

/// Where the columns of a presence stand in [`fields!`]'s table.
macro_rules! places {
    ($wanted:ident of $($presence:ident)+) => {{
        const PLACES: &$crate::ledger::spec::Places = &$crate::ledger::spec::Places::of(
            &[$( $crate::ledger::spec::Presence::$presence ),+],
            $crate::ledger::spec::Presence::$wanted,
        );
        PLACES.list()
    }};
}

/// The words of a line of [`fields!`]: key, Chinese, English, default, other headings.
macro_rules! words {
    ($key:ident $zh:literal $en:literal [$($default:literal)?] $($alias:literal)*) => {
        $crate::text::Lines(concat!(
            stringify!($key), "\n", $zh, "\n", $en, "\n", $($default,)? "\n" $(, $alias, "\n")*
        ))
    };
}

/// An optional part of a line of [`fields!`]: what was given, or nothing.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
macro_rules! or {
    () => {
        None
    };
    ($zh:literal, $en:literal) => {
        Some($crate::text::Text { zh: $zh, en: $en })
    };
    ($text:literal) => {
        Some($text)
    };
}

/// On what another column says a question depends.
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
macro_rules! when {
    () => {
        None
    };
    ($field:ident in [$($code:literal),+]) => {
        Some($crate::ledger::spec::Condition {
            field: stringify!($field),
            is: &[$($code),+],
        })
    };
}

#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use or;
#[cfg(any(not(target_family = "wasm"), feature = "whole"))]
pub(crate) use when;
pub(crate) use {fields, places, record, words};
