// Takes an uploaded PDF into the store.
#pragma once

#include "server/papers/paper_commands.hpp"
#include "server/web/context.hpp"

namespace server::papers {

/// Inspects and stores `part` of the request's body. Code::invalid or Code::too_large, field
/// "paper", in the words of templates::words_for(). No transaction may be open: it takes time.
Result<AcceptedPaper> accept_paper(const web::Context& context, const web::FilePart& part);

}  // namespace server::papers
