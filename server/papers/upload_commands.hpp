// Takes an uploaded PDF into the store and puts it under an agenda item.
#pragma once

#include "db/agenda.hpp"
#include "db/papers.hpp"
#include "server/web/context.hpp"

namespace server::papers {

/// A file that was looked at in the worker process and is in the store.
struct AcceptedPaper {
    std::string title;
    std::string file_name;
    std::string sha256;
    long long size_bytes = 0;
    int pages = 0;
    std::string advice;  // what it lacks, for the secretary; may be empty
};

/// Inspects and stores `part` of the request's body. Code::invalid or Code::too_large, field
/// "paper", in the words of templates::words_for(). No transaction may be open: it takes time.
Result<AcceptedPaper> accept_paper(const web::Context& context, const web::FilePart& part);

/// Under the item, in the caller's transaction, with what follows. `title` empty: the file's own
/// title or its name. Errors as of web::Followers::paper_changed.
Result<db::PaperRow> add_paper(const web::Context& context, db::WriteTx& tx,
                               const db::AgendaItemRow& item, const AcceptedPaper& accepted,
                               const std::string& title);

}  // namespace server::papers
