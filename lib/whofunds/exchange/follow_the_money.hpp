#pragma once

#include <ostream>
#include <span>

#include <nlohmann/json_fwd.hpp>

#include "whofunds/exchange/graph_table.hpp"
#include "whofunds/exchange/register.hpp"
#include "whofunds/store/store.hpp"

namespace whofunds::exchange {

/// Writes the graph as entities of FollowTheMoney (followthemoney.tech), a line of JSON each: first what the
/// facts are of, then the documents that say them (`Document`, the `proof` of a link), then the links.
///
/// An owned organisation is a `Company`, for in FollowTheMoney only that can be owned; a fund is an
/// `Organization` of the topic "fin.fund". The relation stands in the `role` of a link, or in the `purpose`
/// of a payment. What has no schema of its own, or whose ends do not go together with it, is an
/// `UnknownLink`, and so is what the text denies, and a payment or debt that has not come about:
/// FollowTheMoney could not say that it has not. docs/exchange.md has the whole table. `documents` tells
/// titles and addresses.
void write_follow_the_money(const GraphTable& table, std::span<const store::DocumentRecord> documents,
                            std::ostream& out);

/// Takes an entity of FollowTheMoney, one line, into a register: somebody whom links may name, or a link.
/// What the graph has no place for is noted as passed over. Throws InputError for what is no such entity.
void read_follow_the_money(const nlohmann::json& entity, const Place& place, Register& into);

}  // namespace whofunds::exchange
