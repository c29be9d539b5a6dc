//! Which requests of a batch go into one body.

use std::collections::BTreeMap;

use crate::batch::batch::Added;
use crate::error::{Error, ErrorKind};

/// Graph takes so many in one.
pub(crate) const MOST: usize = 20;

/// A request, and the one that it comes after in the same body.
pub(crate) type Place = (usize, Option<usize>);

/// Refuses a group that is no chain and not all after one, or that is too large.
pub(crate) fn check(added: &[Added]) -> Result<(), Error> {
    let after = |index: usize| added[index].after;
    for start in 0..added.len() {
        let mut current = start;
        for _ in 0..added.len() {
            let Some(before) = after(current) else { break };
            current = before;
        }
        if after(current).is_some() {
            return Err(refused("requests of a batch come after each other in a circle"));
        }
    }
    let all: Vec<usize> = (0..added.len()).collect();
    for group in groups(&all, after) {
        let (first, others) = group.split_first().map_or((0, &[][..]), |(first, others)| (first.0, others));
        let is_fan = others.iter().all(|(_, on)| *on == Some(first));
        let is_chain = group.windows(2).all(|pair| pair[1].1 == Some(pair[0].0));
        if group.len() > MOST {
            return Err(refused("more than 20 requests of a batch belong together"));
        }
        if !is_fan && !is_chain {
            return Err(refused("requests of a batch come one after another, or all after one; these do neither"));
        }
    }
    Ok(())
}

fn refused(why: &str) -> Error {
    Error::new(ErrorKind::Batch, why)
}

/// The requests that belong together, each after what it comes after, in the order of their first ones.
fn groups(pending: &[usize], after: impl Fn(usize) -> Option<usize>) -> Vec<Vec<Place>> {
    let mut children: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut roots = Vec::new();
    for &index in pending {
        match after(index).filter(|before| pending.binary_search(before).is_ok()) {
            Some(before) => children.entry(before).or_default().push(index),
            None => roots.push(index),
        }
    }
    let group = |root: usize| {
        let mut group: Vec<Place> = vec![(root, None)];
        let mut next = 0;
        while let Some(&(before, _)) = group.get(next) {
            group.extend(children.get(&before).into_iter().flatten().map(|&index| (index, Some(before))));
            next += 1;
        }
        group
    };
    roots.into_iter().map(group).collect()
}

/// The bodies that these requests go into. `pending` is in ascending order; a request that is not in it is not waited for.
/// Those with the same name run one after another.
pub(crate) fn plan(
    pending: &[usize],
    after: impl Fn(usize) -> Option<usize>,
    name: impl Fn(usize) -> Option<String>,
) -> Vec<Vec<Place>> {
    let (mut bodies, mut single): (Vec<Vec<Place>>, Vec<Place>) = (Vec::new(), Vec::new());
    let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for group in groups(pending, after) {
        match (&*group, group.first().and_then(|&(first, _)| name(first))) {
            ([(index, _)], Some(name)) => named.entry(name).or_default().push(*index),
            ([place], None) => single.push(*place),
            _ => bodies.push(group),
        }
    }
    for sequence in named.into_values() {
        if let [alone] = *sequence {
            single.push((alone, None));
            continue;
        }
        for chain in sequence.chunks(MOST) {
            let before = std::iter::once(None).chain(chain.iter().copied().map(Some));
            bodies.push(chain.iter().copied().zip(before).collect());
        }
    }
    single.sort_unstable();
    bodies.extend(single.chunks(MOST).map(<[Place]>::to_vec));
    bodies
}

#[cfg(test)]
mod tests {
    use super::{MOST, plan};
    use proptest::prelude::*;

    #[test]
    fn chains_and_fans_have_bodies_of_their_own() {
        let after = |index: usize| [None, Some(0), Some(1), None, Some(3), Some(3), None, None][index];
        let all: Vec<_> = (0..8).collect();
        assert_eq!(
            plan(&all, after, |_| None),
            [
                vec![(0, None), (1, Some(0)), (2, Some(1))],
                vec![(3, None), (4, Some(3)), (5, Some(3))],
                vec![(6, None), (7, None)],
            ]
        );
        // Those that others came after are done: nothing is waited for.
        assert_eq!(
            plan(&[1, 2, 4, 5, 7], after, |_| None),
            [vec![(1, None), (2, Some(1))], vec![(4, None), (5, None), (7, None)],]
        );
    }

    #[test]
    fn those_of_one_name_are_a_chain() {
        let name = |index: usize| index.is_multiple_of(2).then(|| (index % 4).to_string());
        assert_eq!(
            plan(&[0, 1, 2, 3, 4, 8], |_| None, name),
            [vec![(0, None), (4, Some(0)), (8, Some(4))], vec![(1, None), (2, None), (3, None)],]
        );
        let all: Vec<_> = (0..45).collect();
        let chains = plan(&all, |_| None, |_| Some(String::new()));
        assert_eq!(chains.iter().map(Vec::len).collect::<Vec<_>>(), [20, 20, 5]);
        assert_eq!(chains[1][0], (20, None));
    }

    proptest! {
        #[test]
        fn each_request_goes_into_one_body(
            pending in prop::collection::btree_set(0_usize..90, 0..90),
            chain in 1_usize..20,
            names in 1_usize..4,
        ) {
            let pending: Vec<_> = pending.into_iter().collect();
            // Chains of some length, every other one.
            let after = |index: usize| ((index / chain).is_multiple_of(2) && !index.is_multiple_of(chain)).then(|| index - 1);
            let name = |index: usize| (index % names == 1).then(String::new);
            let bodies = plan(&pending, after, name);
            let mut seen: Vec<_> = bodies.iter().flatten().map(|&(index, _)| index).collect();
            seen.sort_unstable();
            prop_assert_eq!(&seen, &pending);
            for body in bodies {
                prop_assert!(!body.is_empty() && body.len() <= MOST);
                let is_parallel = body.iter().all(|&(_, on)| on.is_none());
                let is_chain = body.windows(2).all(|pair| pair[1].1 == Some(pair[0].0)) && body[0].1.is_none();
                prop_assert!(is_parallel || is_chain);
                for &(index, on) in &body {
                    if let Some(before) = after(index).filter(|before| pending.contains(before)) {
                        prop_assert_eq!(on, Some(before));
                    }
                }
            }
        }
    }
}
