//! Rows that say of themselves what is in them: the tables, the description of the data package and its reference are
//! made from the same list as the JSON.

/// What a field of a row holds.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// Words, an id, a date as typed.
    Words,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// True or false.
    Truth,
    /// Several words or numbers.
    List,
    /// Fields of its own.
    Row(fn() -> &'static [Column]),
    /// Any number of rows.
    Rows(fn() -> &'static [Column]),
    /// A number for each standing that occurs.
    Totals,
}

/// A field of a row.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in JSON.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// What it holds.
    pub holds: fn() -> Holds,
    /// Whether something always stands there.
    pub always: fn() -> bool,
    /// Whether its fields stand among those of the row itself.
    pub is_flat: bool,
}

/// Something that can stand in a row.
pub(super) trait Cell {
    /// What it holds.
    fn holds() -> Holds;
    /// Whether something always stands there.
    fn always() -> bool {
        true
    }
}

macro_rules! cells {
    ($($type:ty: $holds:ident),+) => {$(
        impl Cell for $type {
            fn holds() -> Holds {
                Holds::$holds
            }
        }
    )+};
}

cells!(&str: Words, String: Words, u32: Whole, u64: Whole, usize: Whole, f64: Number, bool: Truth);

impl<T: Cell> Cell for Option<T> {
    fn holds() -> Holds {
        T::holds()
    }

    fn always() -> bool {
        false
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn holds() -> Holds {
        match T::holds() {
            Holds::Row(columns) => Holds::Rows(columns),
            _ => Holds::List,
        }
    }

    fn always() -> bool {
        false
    }
}

impl Cell for std::collections::BTreeMap<&str, u32> {
    fn holds() -> Holds {
        Holds::Totals
    }
}

/// Declares a row: the struct, how it is written as JSON, and what its fields mean, in one list.
macro_rules! row {
    (
        $(#[doc = $about:literal])+ $(#[derive($derive:ident)])?
        pub struct $name:ident<'a> {
            $( $(#[doc = $meaning:literal])+ $(#[serde($serde:ident $(= $renamed:literal)?)])? pub $field:ident: $type:ty, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize $(, $derive)?)]
        pub struct $name<'a> {
            $( $(#[doc = $meaning])+ $(#[serde($serde $(= $renamed)?)])? pub $field: $type, )+
        }

        impl<'a> $name<'a> {
            /// What is in it.
            pub const COLUMNS: &'static [$crate::render::data::Column] = &[$($crate::render::data::Column {
                name: $crate::render::data::row::named(&[$($($renamed,)?)? stringify!($field)]),
                about: concat!($($meaning),+),
                holds: <$type as $crate::render::data::row::Cell>::holds,
                always: <$type as $crate::render::data::row::Cell>::always,
                is_flat: $crate::render::data::row::is_flat(&[$(stringify!($serde),)?]),
            }),+];
        }

        impl<'a> $crate::render::data::row::Cell for $name<'a> {
            fn holds() -> $crate::render::data::Holds {
                $crate::render::data::Holds::Row(|| $name::COLUMNS)
            }
        }
    };
}

pub(super) use row;

/// The first of the names that a field has.
pub(super) const fn named(names: &[&'static str]) -> &'static str {
    names[0]
}

/// Whether a field is marked `flatten`.
pub(super) const fn is_flat(marks: &[&str]) -> bool {
    match marks {
        [mark, ..] => matches!(mark.as_bytes(), b"flatten"),
        [] => false,
    }
}
