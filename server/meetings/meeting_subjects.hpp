// How a viewer stands to what this room holds: rows of site/subjects.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "server/access/relations.hpp"
#include "server/web/site.hpp"

namespace server::meetings {

std::span<const web::SubjectKind> subjects();

using AskedLookup = bool (*)(db::ReadTx&, const std::string&, const std::string&,
                             const std::string&);

/// Who is asked to one meeting, from a board that joins it or by name, reads of it what those read
/// who are always invited.
access::Standing with_asked(db::ReadTx& tx, const base::Viewer& viewer, access::Standing standing,
                            const std::string& id, AskedLookup asked);

/// A closed meeting is not there for those who may not know of it, nor are its items and papers.
access::Standing with_told(db::ReadTx& tx, const base::Viewer& viewer, access::Standing standing,
                           const std::optional<std::string>& meeting);

}  // namespace server::meetings
