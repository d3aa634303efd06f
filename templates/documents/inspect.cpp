// Looks at an uploaded file the way a pack build will, and says what is wrong in plain words.
#include "templates/documents/inspect.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "templates/documents/paper_pages.hpp"
#include "templates/documents/qpdf.hpp"
#include "templates/documents/words.hpp"

namespace templates {
namespace {

// Readers accept a header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
constexpr std::size_t header_bytes_max = 1024;
// A scan shows on its first pages; looking at more costs time and finds the same.
constexpr std::size_t text_pages_max = 12;

struct NamedVerdict {
    PdfVerdict verdict;
    std::string_view name;
    std::string_view words;
};
constexpr std::array named_verdicts = {
    NamedVerdict{PdfVerdict::good, "good", ""},
    NamedVerdict{PdfVerdict::not_a_pdf, "not_a_pdf", document_words::not_a_pdf},
    NamedVerdict{PdfVerdict::locked, "locked", document_words::pdf_is_locked},
    NamedVerdict{PdfVerdict::broken, "broken", document_words::pdf_is_damaged},
    NamedVerdict{PdfVerdict::no_pages, "no_pages", document_words::pdf_has_no_pages},
    NamedVerdict{PdfVerdict::too_many_pages, "too_many_pages",
                 document_words::pdf_has_too_many_pages},
};
static_assert(paper_pages_max == 2'000, "the words above name the number");

const NamedVerdict& row_of(PdfVerdict verdict) {
    return *std::find_if(named_verdicts.begin(), named_verdicts.end(),
                         [verdict](const NamedVerdict& row) { return row.verdict == verdict; });
}

// Stops at the first operator that shows text.
class TextFinder : public QPDFObjectHandle::ParserCallbacks {
  public:
    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (object.isOperator()) {
            const std::string name = object.getOperatorValue();
            if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
                found_ = true;
                terminateParsing();
            }
        }
    }
    void handleEOF() override {}
    bool found() const { return found_; }

  private:
    bool found_ = false;
};

bool shows_text(QPDFPageObjectHelper page) {
    TextFinder finder;
    page.parseContents(&finder);
    if (!finder.found()) {
        page.forEachFormXObject(
            true, [&finder](QPDFObjectHandle& form, QPDFObjectHandle&, std::string const&) {
                if (!finder.found()) {
                    QPDFPageObjectHelper(form).parseContents(&finder);
                }
            });
    }
    return finder.found();
}

std::string title_of(QPDF& document) {
    QPDFObjectHandle facts = document.getTrailer().getKey("/Info");
    if (!facts.isDictionary() || !facts.getKey("/Title").isString()) {
        return {};
    }
    return facts.getKey("/Title").getUTF8Value();
}

bool says_tagged(QPDF& document) {
    QPDFObjectHandle mark = document.getRoot().getKey("/MarkInfo");
    return mark.isDictionary() && mark.getKey("/Marked").isBool() &&
           mark.getKey("/Marked").getBoolValue() && document.getRoot().hasKey("/StructTreeRoot");
}

PdfInspection inspect_opened(QPDF& document) {
    PdfInspection result;
    if (document.isEncrypted()) {
        result.verdict = PdfVerdict::locked;
        return result;
    }
    const std::vector<QPDFObjectHandle> pages = document.getAllPages();
    if (pages.empty() || pages.size() > paper_pages_max) {
        result.verdict = pages.empty() ? PdfVerdict::no_pages : PdfVerdict::too_many_pages;
        result.page_count = pages.size();
        return result;
    }
    result.title = title_of(document);
    result.is_tagged = says_tagged(document);
    result.has_active_content = has_active_content(document);
    result.has_text = std::any_of(
        pages.begin(),
        pages.begin() + static_cast<std::ptrdiff_t>(std::min(pages.size(), text_pages_max)),
        [](QPDFObjectHandle page) { return shows_text(QPDFPageObjectHelper(page)); });
    // What the pack will do, and every object once, so that damage shows now and not on the day
    // the pack is due.
    clean_paper(document);
    document.getAllObjects();
    const bool is_sound = !document.anyWarnings();
    result.verdict = is_sound ? PdfVerdict::good : PdfVerdict::broken;
    result.page_count = is_sound ? pages.size() : 0;
    return result;
}

template <class Open>
PdfInspection inspect_with(std::string_view head, const Open& open) {
    PdfInspection result;
    if (head.substr(0, header_bytes_max).find("%PDF-") == std::string_view::npos) {
        result.verdict = PdfVerdict::not_a_pdf;
        return result;
    }
    QPDF document;
    document.setSuppressWarnings(true);
    document.setAttemptRecovery(false);
    // The one catch outside the worker: the library throws for what is an expected answer here.
    // Logic errors included, which it throws for some malformed trees.
    try {
        open(document);
        return inspect_opened(document);
    } catch (const QPDFExc& error) {
        const bool is_locked = error.getErrorCode() == qpdf_e_password;
        result.verdict = is_locked ? PdfVerdict::locked : PdfVerdict::broken;
    } catch (const std::runtime_error&) {
        result.verdict = PdfVerdict::broken;
    } catch (const std::logic_error&) {
        result.verdict = PdfVerdict::broken;
    }
    return result;
}

}  // namespace

PdfInspection inspect_pdf_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot open " + path);
    }
    std::string head(header_bytes_max, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return inspect_with(head, [&path](QPDF& document) { document.processFile(path.c_str()); });
}

PdfInspection inspect_pdf_bytes(std::string_view bytes) {
    return inspect_with(bytes, [bytes](QPDF& document) {
        document.processMemoryFile("upload", bytes.data(), bytes.size());
    });
}

std::string_view words_for(PdfVerdict verdict) {
    return row_of(verdict).words;
}

std::string_view name_of(PdfVerdict verdict) {
    return row_of(verdict).name;
}

std::string advice_for(const PdfInspection& inspection) {
    std::string advice;
    const auto add = [&advice](bool applies, std::string_view words) {
        if (applies) {
            advice.append(advice.empty() ? "" : " ").append(words);
        }
    };
    if (inspection.verdict == PdfVerdict::good) {
        add(!inspection.has_text, document_words::pdf_looks_like_a_scan);
        add(inspection.has_text && !inspection.is_tagged, document_words::pdf_has_no_structure);
        add(inspection.title.empty(), document_words::pdf_has_no_title);
        add(inspection.has_active_content, document_words::active_content_is_left_out);
    }
    return advice;
}

}  // namespace templates
