// Putting a paper under an item of an agenda, and taking it off.
#pragma once

#include <string>

#include "db/agenda.hpp"
#include "db/papers.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/core/date.hpp"

namespace server::papers {

/// An item that papers can be put under: Code::refused once its agenda is closed or it is struck.
Result<db::AgendaItemRow> load_item_for_papers(db::ReadTx& tx, const std::string& item,
                                               workflows::Day today);

/// A file that was looked at in the worker process and is in the store.
struct AcceptedPaper {
    std::string title;
    std::string file_name;
    std::string sha256;
    long long size_bytes = 0;
    int pages = 0;
    std::string advice;  // what it lacks, for the secretary; may be empty
};

/// Under the item, in the caller's transaction, with what follows. `title` empty: the file's own
/// title or its name. Errors as of web::Followers::paper_changed.
Result<db::PaperRow> add_paper(const base::App& app, db::WriteTx& tx, const db::AgendaItemRow& item,
                               const AcceptedPaper& accepted, const std::string& title);

struct RemovePaper {
    std::string paper;
    /// Open at any time to the secretariat: what was published by mistake must come off.
    bool at_any_time = false;
};
/// Errors as load_item_for_papers(); gives the id of the item.
Result<std::string> remove_paper(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 const RemovePaper& command);

}  // namespace server::papers
