//! From facts to rows.

use std::collections::{BTreeMap, BTreeSet};

use graph_resource_schema::layout::{self, member_flag, operation_flag, parameter_flag, root_flag, section, type_flag};
use graph_resource_schema::{Date, Primitive};

use crate::csdl::parts;
use crate::error::BuildError;
use crate::model::{Kind, Member, Model, Name, Notes, Operation, Type, Use};
use crate::names::Names;

/// The index of a model; `clouds` are the models of other clouds.
pub(crate) fn index(
    model: &Model,
    clouds: &[(String, Model)],
    version: &str,
    date: Date,
) -> Result<Vec<u8>, BuildError> {
    let mut names = Names::default();
    // Rows are made twice: once to learn the names, and then with their places.
    Writer::new(model, clouds, &mut names)?.write(version)?;
    names.lay_out()?;
    let mut writer = Writer::new(model, clouds, &mut names)?;
    writer.write(version)?;
    let (version, mut sections) = (writer.version, writer.sections);
    sections[section::NAMES] = names.bytes;
    let mut bytes = layout::MAGIC.to_vec();
    bytes.extend(layout::FORMAT.to_le_bytes());
    bytes.extend(date.number().to_le_bytes());
    bytes.extend(version);
    let mut start = layout::HEAD;
    for section in &sections {
        for number in [start, section.len()] {
            bytes.extend(u32::try_from(number).map_err(|_| BuildError::TooMany("bytes"))?.to_le_bytes());
        }
        start += section.len();
    }
    bytes.extend(sections.iter().flatten());
    Ok(bytes)
}

struct Writer<'m> {
    model: &'m Model,
    clouds: &'m [(String, Model)],
    names: &'m mut Names,
    version: [u8; layout::NAME],
    sections: [Vec<u8>; layout::SECTIONS],
    types: BTreeMap<&'m Name, u16>,
    values: Vec<i64>,
    /// Sections and numbers of what is deprecated, with the rows' ends.
    deprecations: BTreeMap<(u8, u16), Vec<u8>>,
    absent: BTreeSet<(u8, u16, u8)>,
    parameters: BTreeMap<Vec<u8>, u16>,
}

fn u16_of(number: usize, what: &'static str) -> Result<[u8; 2], BuildError> {
    // The last number is none, so that a count is below it too.
    u16::try_from(number)
        .ok()
        .filter(|number| *number < layout::NONE)
        .map(u16::to_le_bytes)
        .ok_or(BuildError::TooMany(what))
}

impl<'m> Writer<'m> {
    fn new(model: &'m Model, clouds: &'m [(String, Model)], names: &'m mut Names) -> Result<Self, BuildError> {
        let mut types = BTreeMap::new();
        for (number, name) in model.types.keys().enumerate() {
            let number = u16::try_from(number).ok().filter(|number| *number < layout::PRIMITIVE);
            types.insert(name, number.ok_or(BuildError::TooMany("types"))?);
        }
        let values: BTreeSet<_> =
            model.types.values().flat_map(|of_type| &of_type.enum_members).map(|m| m.value).collect();
        Ok(Self {
            model,
            clouds,
            names,
            version: [0; layout::NAME],
            sections: Default::default(),
            types,
            values: values.into_iter().collect(),
            deprecations: BTreeMap::new(),
            absent: BTreeSet::new(),
            parameters: BTreeMap::new(),
        })
    }

    fn row<const PARTS: usize>(&mut self, section: usize, parts: [&[u8]; PARTS]) {
        self.sections[section].extend(parts.concat());
    }

    fn number(&self, name: &str, at: impl Fn() -> String) -> Result<u16, BuildError> {
        if let Some(primitive) = Primitive::named(name) {
            let place = Primitive::ALL.iter().position(|known| *known == primitive).unwrap_or_default();
            return Ok(layout::PRIMITIVE + u16::try_from(place).map_err(|_| BuildError::TooMany("primitive types"))?);
        }
        let unknown = || BuildError::UnknownType { name: name.to_owned(), at: at() };
        self.types.get(&parts(name)).copied().ok_or_else(unknown)
    }

    fn write(&mut self, version: &str) -> Result<(), BuildError> {
        self.version = self.names.get(version);
        let model = self.model;
        for (namespace, alias) in &model.namespaces {
            let (name, alias) = (self.names.get(namespace), self.names.get(alias.as_deref().unwrap_or_default()));
            self.row(section::NAMESPACES, [&name, &alias]);
        }
        let derived = self.derived()?;
        for ((name, of_type), derived) in model.types.iter().zip(derived) {
            self.of_type(name, of_type, derived)?;
        }
        let values: Vec<_> = self.values.iter().flat_map(|value| value.to_le_bytes()).collect();
        self.sections[section::VALUES] = values;
        for (number, (name, root)) in model.roots.iter().enumerate() {
            let of_type = self.number(&root.of_type, || name.clone())?.to_le_bytes();
            let flags = if root.is_singleton { root_flag::SINGLETON } else { 0 };
            let name_place = self.names.get(name);
            self.row(section::ROOTS, [&name_place, &of_type, &[flags]]);
            self.note(section::ROOTS, number, &root.notes, |cloud| cloud.roots.contains_key(name))?;
        }
        let mut operations: Vec<_> = model.operations.iter().collect();
        operations.sort_by_key(|operation| (&operation.name.1, &operation.name.0, operation.binding()));
        for (number, operation) in operations.into_iter().enumerate() {
            self.operation(number, operation)?;
        }
        for (cloud, _) in self.clouds {
            let name = self.names.get(cloud);
            self.row(section::CLOUDS, [&name]);
        }
        for ((section, number), end) in core::mem::take(&mut self.deprecations) {
            self.row(section::DEPRECATIONS, [&[section], &number.to_le_bytes(), &end]);
        }
        for (section, number, cloud) in core::mem::take(&mut self.absent) {
            self.row(section::ABSENT, [&[section], &number.to_le_bytes(), &[cloud]]);
        }
        Ok(())
    }

    /// What is said of a row apart: that it is deprecated, and which clouds lack it.
    fn note(
        &mut self,
        section: usize,
        number: usize,
        notes: &Notes,
        is_in: impl Fn(&Model) -> bool,
    ) -> Result<(), BuildError> {
        let place = (u8::try_from(section).unwrap_or_default(), u16::from_le_bytes(u16_of(number, "rows")?));
        if let Some(deprecation) = &notes.deprecation {
            let (since, removal) = (deprecation.since.to_le_bytes(), deprecation.removal.to_le_bytes());
            let revision = self.names.get(&deprecation.revision);
            self.deprecations.insert(place, [since, removal, revision].concat());
        }
        for (number, (_, cloud)) in self.clouds.iter().enumerate() {
            if !is_in(cloud) {
                let number = u8::try_from(number).map_err(|_| BuildError::TooMany("clouds"))?;
                self.absent.insert((place.0, place.1, number));
            }
        }
        Ok(())
    }

    /// For each type, where those that derive from it stand among `DERIVED`, and how many they are.
    fn derived(&mut self) -> Result<Vec<(usize, usize)>, BuildError> {
        let mut direct: BTreeMap<Option<u16>, Vec<u16>> = BTreeMap::new();
        for ((namespace, name), of_type) in &self.model.types {
            let at = || format!("{namespace}.{name}");
            let number = self.number(&at(), at)?;
            let is_structured = matches!(of_type.kind, Kind::Entity | Kind::Complex);
            let base = of_type.base.as_deref().filter(|_| is_structured);
            direct.entry(base.map(|base| self.number(base, at)).transpose()?).or_default().push(number);
        }
        let mut places = vec![None; self.types.len()];
        let mut order = Vec::new();
        // Types to look at, with the number of their bases; `true` once what derives from them stands.
        let roots = direct.get(&None).into_iter().flatten().rev();
        let mut open: Vec<(u16, usize, bool)> = roots.map(|&number| (number, 1, false)).collect();
        while let Some((number, depth, is_done)) = open.pop() {
            let slot = &mut places[usize::from(number)];
            if is_done {
                *slot = slot.map(|(start, _)| (start, order.len() - start));
            } else if depth <= layout::DEPTH {
                order.push(number);
                *slot = Some((order.len(), 0));
                open.push((number, depth, true));
                let derived = direct.get(&Some(number)).into_iter().flatten().rev();
                open.extend(derived.map(|&derived| (derived, depth + 1, false)));
            }
        }
        self.sections[section::DERIVED] = order.iter().flat_map(|number| number.to_le_bytes()).collect();
        // What no root leads to has itself as a base, or too many bases.
        let reached = places.iter().zip(self.model.types.keys());
        reached
            .map(|(place, (space, name))| place.ok_or_else(|| BuildError::Bases(format!("{space}.{name}"))))
            .collect()
    }

    fn of_type(&mut self, name: &'m Name, of_type: &'m Type, derived: (usize, usize)) -> Result<(), BuildError> {
        let at = || format!("{}.{}", name.0, name.1);
        let number = self.sections[section::TYPES].len() / layout::TYPE;
        let base = match &of_type.base {
            Some(base) => self.number(base, at)?,
            None => layout::NONE,
        };
        let kind = match of_type.kind {
            Kind::Entity => type_flag::ENTITY,
            Kind::Complex => type_flag::COMPLEX,
            Kind::Enumeration => type_flag::ENUMERATION,
            Kind::Definition => type_flag::DEFINITION,
        };
        let mut flags = kind;
        for (flag, is_set) in [
            (type_flag::ABSTRACT, of_type.is_abstract),
            (type_flag::OPEN, of_type.is_open),
            (type_flag::STREAM, of_type.has_stream),
            (type_flag::FLAGS, of_type.is_flags),
        ] {
            flags |= if is_set { flag } else { 0 };
        }
        let (first, count) = if of_type.kind == Kind::Enumeration {
            self.enum_members(name, of_type)?
        } else {
            self.members(name, of_type)?
        };
        let namespace = self.model.namespaces.keys().position(|namespace| *namespace == name.0).unwrap_or_default();
        let namespace = u8::try_from(namespace).map_err(|_| BuildError::TooMany("namespaces"))?;
        let [first, count, start, length] =
            [first, count, derived.0, derived.1].map(|number| u16_of(number, "members"));
        let name_place = self.names.get(&name.1);
        let numbers = [flags.to_le_bytes(), base.to_le_bytes(), first?, count?, start?, length?];
        self.row(section::TYPES, [&name_place, &[namespace], numbers.as_flattened()]);
        self.note(section::TYPES, number, &of_type.notes, |cloud| cloud.types.contains_key(name))?;
        let own = u16_of(number, "types")?;
        for key in &of_type.key {
            let key = self.names.get(key);
            self.row(section::KEYS, [&own, &key]);
        }
        for (number, parts) in of_type.notes.alternate_keys.iter().enumerate() {
            let number = u8::try_from(number).map_err(|_| BuildError::TooMany("alternate keys"))?;
            for (alias, path) in parts {
                let (alias, path) = (self.names.get(alias), self.names.get(path));
                self.row(section::ALTERNATE_KEYS, [&own, &[number], &alias, &path]);
            }
        }
        Ok(())
    }

    /// Rows sorted by name, and the order of the declaration. Gives the number of the first row and of the rows.
    fn members(&mut self, name: &Name, of_type: &'m Type) -> Result<(usize, usize), BuildError> {
        let first = self.sections[section::MEMBERS].len() / layout::MEMBER;
        let mut sorted: Vec<_> = of_type.members.iter().collect();
        sorted.sort_by_key(|member| &member.name);
        for (place, member) in sorted.iter().enumerate() {
            let at = || format!("{}.{}/{}", name.0, name.1, member.name);
            let of = self.number(&member.of_type.name, at)?.to_le_bytes();
            let member_name = self.names.get(&member.name);
            self.row(section::MEMBERS, [&member_name, &of, &member_flags(member).to_le_bytes()]);
            let is_in = |cloud: &Model| {
                // What a cloud lacks with the whole type is not listed again.
                let theirs = cloud.types.get(name);
                theirs.is_none_or(|theirs| theirs.members.iter().any(|theirs| theirs.name == member.name))
            };
            self.note(section::MEMBERS, first + place, &member.notes, is_in)?;
        }
        let names = of_type.members.iter().map(|member| &member.name);
        self.order(section::MEMBER_ORDER, names, &sorted.iter().map(|member| &member.name).collect::<Vec<_>>())?;
        Ok((first, sorted.len()))
    }

    fn enum_members(&mut self, name: &Name, of_type: &'m Type) -> Result<(usize, usize), BuildError> {
        let first = self.sections[section::ENUM_MEMBERS].len() / layout::ENUM_MEMBER;
        let mut sorted: Vec<_> = of_type.enum_members.iter().collect();
        sorted.sort_by_key(|member| &member.name);
        for (place, member) in sorted.iter().enumerate() {
            let value = u16_of(self.values.binary_search(&member.value).unwrap_or_default(), "values")?;
            let member_name = self.names.get(&member.name);
            self.row(section::ENUM_MEMBERS, [&member_name, &value]);
            let is_in = |cloud: &Model| {
                let theirs = cloud.types.get(name);
                theirs.is_none_or(|theirs| theirs.enum_members.iter().any(|theirs| theirs.name == member.name))
            };
            self.note(section::ENUM_MEMBERS, first + place, &member.notes, is_in)?;
        }
        let names = of_type.enum_members.iter().map(|member| &member.name);
        self.order(section::ENUM_ORDER, names, &sorted.iter().map(|member| &member.name).collect::<Vec<_>>())?;
        Ok((first, sorted.len()))
    }

    fn order<'n>(
        &mut self,
        section: usize,
        names: impl Iterator<Item = &'n String>,
        sorted: &[&String],
    ) -> Result<(), BuildError> {
        for name in names {
            let place = u16_of(sorted.binary_search(&name).unwrap_or_default(), "members")?;
            self.row(section, [&place]);
        }
        Ok(())
    }

    fn operation(&mut self, number: usize, operation: &'m Operation) -> Result<(), BuildError> {
        let at = || format!("{}.{}", operation.name.0, operation.name.1);
        let type_of = |writer: &Self, used: Option<&Use>| match used {
            Some(used) => writer.number(&used.name, at),
            None => Ok(layout::NONE),
        };
        let (binding, result) = (operation.binding(), operation.result.as_ref());
        let mut flags = 0;
        for (flag, is_set) in [
            (operation_flag::ACTION, operation.is_action),
            (operation_flag::BOUND, binding.is_some()),
            (operation_flag::COMPOSABLE, operation.is_composable),
            (operation_flag::BINDING_COLLECTION, binding.is_some_and(|binding| binding.is_collection)),
            (operation_flag::RESULT_COLLECTION, result.is_some_and(|(result, _)| result.is_collection)),
            (operation_flag::RESULT_NULLABLE, result.is_some_and(|(_, is_nullable)| *is_nullable)),
        ] {
            flags |= if is_set { flag } else { 0 };
        }
        let mut rows = Vec::new();
        for parameter in operation.own_parameters() {
            let of_type = self.number(&parameter.of_type.name, at)?;
            let mut flags = 0;
            for (flag, is_set) in [
                (parameter_flag::COLLECTION, parameter.of_type.is_collection),
                (parameter_flag::NULLABLE, parameter.is_nullable),
                (parameter_flag::OPTIONAL, parameter.notes.is_optional),
            ] {
                flags |= if is_set { flag } else { 0 };
            }
            rows.extend(self.names.get(&parameter.name));
            rows.extend(of_type.to_le_bytes());
            rows.push(flags);
        }
        let count = rows.len() / layout::PARAMETER;
        let next =
            u16::from_le_bytes(u16_of(self.sections[section::PARAMETERS].len() / layout::PARAMETER, "parameters")?);
        // Overloads share lists that are alike.
        let first = *self.parameters.entry(rows.clone()).or_insert(next);
        if first == next {
            self.sections[section::PARAMETERS].extend(rows);
        }
        let name = self.names.get(&operation.name.1);
        let namespace = self.model.namespaces.keys().position(|namespace| *namespace == operation.name.0);
        let namespace = u8::try_from(namespace.unwrap_or_default()).map_err(|_| BuildError::TooMany("namespaces"))?;
        let (binding, result) = (type_of(self, binding)?, type_of(self, result.map(|(result, _)| result))?);
        let numbers = [flags, binding, result, first].map(u16::to_le_bytes);
        let count = u8::try_from(count).map_err(|_| BuildError::TooMany("parameters"))?;
        self.row(section::OPERATIONS, [&name, &[namespace], numbers.as_flattened(), &[count]]);
        self.note(section::OPERATIONS, number, &operation.notes, |cloud| {
            cloud.operations.iter().any(|theirs| theirs.signature() == operation.signature())
        })
    }
}

fn member_flags(member: &Member) -> u16 {
    let permission = member.notes.permission;
    let mut flags = 0;
    for (flag, is_set) in [
        (member_flag::COLLECTION, member.of_type.is_collection),
        (member_flag::NULLABLE, member.nullable.unwrap_or(true)),
        (member_flag::NULLABLE_STATED, member.nullable.is_some()),
        (member_flag::RELATIONSHIP, member.is_relationship),
        (member_flag::CONTAINED, member.is_contained),
        (member_flag::COMPUTED, member.notes.is_computed),
        (member_flag::IMMUTABLE, member.notes.is_immutable),
        (member_flag::AUTO_EXPAND, member.notes.is_auto_expanded),
        (member_flag::PERMISSION, permission.is_some()),
        (member_flag::READ, permission.is_some_and(|(read, _)| read)),
        (member_flag::WRITE, permission.is_some_and(|(_, write)| write)),
    ] {
        flags |= if is_set { flag } else { 0 };
    }
    flags
}
