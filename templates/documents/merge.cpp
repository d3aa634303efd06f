// Builds the pack's page tree by hand: every page is copied once, in order, and placed once.
#include "templates/documents/merge.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "templates/documents/outlines.hpp"
#include "templates/documents/sheet.hpp"
#include "templates/documents/words.hpp"

namespace templates {
namespace {

QPDFObjectHandle text(const std::string& words) {
    return QPDFObjectHandle::newUnicodeString(words);
}

// "2018-11-07T09:30:00Z" -> "D:20181107093000Z"
std::string pdf_date(const std::string& instant) {
    std::string digits;
    std::copy_if(instant.begin(), instant.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return "D:" + digits.substr(0, 14) + "Z";
}

std::string item_title(const PackItem& item) {
    return item.number.empty() ? item.title : item.number + ". " + item.title;
}

std::vector<Bookmark> own_bookmarks(const std::vector<PaperBookmark>& bookmarks,
                                    const std::vector<QPDFObjectHandle>& pages, std::size_t first) {
    std::vector<Bookmark> result;
    for (const PaperBookmark& bookmark : bookmarks) {
        result.push_back({bookmark.title, pages.at(first + bookmark.page), Shown::closed,
                          own_bookmarks(bookmark.children, pages, first)});
    }
    return result;
}

}  // namespace

PackMerge::PackMerge(const PackInput& input, const FrontMatter& front)
    : input_(input), front_(front), pages_(front.plan.page_count) {
    pack_.setSuppressWarnings(true);
    pack_.processMemoryFile("front matter", front.pdf.data(), front.pdf.size());
    version_ = pack_.getVersionAsPDFVersion();
    bookmarks_.resize(input.items.size());
    take_front_pages();
    last_own_object_ = static_cast<int>(pack_.getObjectCount());
}

void PackMerge::take_front_pages() {
    const std::vector<QPDFObjectHandle> drawn = pack_.getAllPages();
    footer_of_page_.assign(front_.plan.page_count, 0);
    std::size_t next = 0;
    const auto take = [&](std::size_t first_page, std::size_t count) {
        for (std::size_t page = first_page - 1; page < first_page - 1 + count; ++page) {
            pages_.at(page) = drawn.at(next++);
            front_pages_.push_back(page);
        }
    };
    take(1, front_.layout.front_sheet_pages);
    take(front_.plan.agenda_page, front_.layout.agenda_pages);
    std::size_t footer = 0;
    for (std::size_t item = 0; item < front_.plan.items.size(); ++item) {
        const PackItemPlace& place = front_.plan.items[item];
        if (place.divider_page == 0) {
            continue;
        }
        take(place.divider_page, front_.layout.divider_pages[item]);
        const PackPaperPlace& last = place.papers.back();
        std::fill(footer_of_page_.begin() + static_cast<std::ptrdiff_t>(place.divider_page) - 1,
                  footer_of_page_.begin() +
                      static_cast<std::ptrdiff_t>(last.first_page + last.page_count) - 1,
                  ++footer);
    }
    take_stamps({drawn.begin() + static_cast<std::ptrdiff_t>(next), drawn.end()});
}

void PackMerge::take_stamps(const std::vector<QPDFObjectHandle>& stamps) {
    font_page_ = stamps.back();
    for (std::size_t stamp = 0; stamp + 1 < stamps.size(); ++stamp) {
        footers_.push_back(stamp_from_page(stamps[stamp]));
    }
}

void PackMerge::add_paper(OpenPaper source) {
    const PackPaper& paper = input_.items.at(source.item).papers.at(source.paper);
    const PackPaperPlace& place = front_.plan.items.at(source.item).papers.at(source.paper);
    const std::vector<QPDFObjectHandle>& pages = source.cleaned.pages;
    if (pages.size() != place.page_count) {
        throw PackFailure(
            document_words::file_has_other_pages(paper.file_name, pages.size(), place.page_count),
            source.item, source.paper);
    }
    version_.updateIfGreater(source.file->getVersionAsPDFVersion());
    for (std::size_t page = 0; page < pages.size(); ++page) {
        pages_.at(place.first_page - 1 + page) = pack_.copyForeignObject(pages[page]);
    }
    bookmarks_.at(source.item).push_back(std::move(source.cleaned.bookmarks));
    if (source.bytes) {
        papers_in_memory_.push_back(std::move(*source.bytes));
    }
}

void PackMerge::finish() {
    write_page_tree();
    strip_copied_objects(pack_, last_own_object_);
    aim_links();
    stamp_pages();
    write_catalog();
    write_outlines();
}

void PackMerge::write_page_tree() {
    QPDFObjectHandle tree = pack_.getRoot().getKey("/Pages");
    for (QPDFObjectHandle& page : pages_) {
        page.replaceKey("/Parent", tree);
    }
    tree.replaceKey("/Kids", QPDFObjectHandle::newArray(pages_));
    tree.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(pages_.size())));
    pack_.updateAllPagesCache();
}

void PackMerge::aim_links() {
    for (const std::size_t front_page : front_pages_) {
        QPDFObjectHandle annotations = pages_[front_page].getKey("/Annots");
        if (!annotations.isArray()) {
            continue;
        }
        for (QPDFObjectHandle link : annotations.getArrayAsVector()) {
            const std::string address = link.getKey("/A").getKey("/URI").getStringValue();
            const std::size_t page = std::stoul(address.substr(page_link_prefix.size()));
            link.removeKey("/A");
            link.replaceKey("/Dest", top_of(pages_.at(page - 1)));
            link.replaceKey("/Contents", text(document_words::go_to_page(page)));
        }
    }
}

void PackMerge::stamp_pages() {
    Stamper stamper(pack_, font_page_);
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        stamper.stamp(pages_[page], footers_.at(footer_of_page_[page]),
                      document_words::page_of(page + 1, pages_.size()));
    }
}

void PackMerge::write_catalog() {
    QPDFObjectHandle root = pack_.getRoot();
    root.replaceKey("/Lang", text(input_.language));
    root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<</DisplayDocTitle true>>"));
    // A reader's own page number is the stamped one.
    root.replaceKey("/PageLabels", QPDFObjectHandle::parse("<</Nums [0 <</S /D>>]>>"));
    QPDFObjectHandle facts = pack_.makeIndirectObject(QPDFObjectHandle::newDictionary());
    facts.replaceKey("/Title", text(input_.title));
    facts.replaceKey("/Author", text(input_.board_name));
    facts.replaceKey("/Creator", text("Shiremoot"));
    facts.replaceKey("/Producer", text("Shiremoot"));
    const QPDFObjectHandle created = QPDFObjectHandle::newString(pdf_date(input_.created));
    facts.replaceKey("/CreationDate", created);
    facts.replaceKey("/ModDate", created);
    pack_.getTrailer().replaceKey("/Info", facts);
    pack_.getTrailer().replaceKey("/ID", QPDFObjectHandle::newArray({identifier(), identifier()}));
}

// Half an identifier pair (ISO 32000-1, 14.4): as asked there, from what describes the file rather
// than from every byte of it, which would cost as much as copying the pack.
QPDFObjectHandle PackMerge::identifier() const {
    std::string facts = input_.title + '\n' + input_.created + '\n' + front_.pdf;
    for (const PackItem& item : input_.items) {
        for (const PackPaper& paper : item.papers) {
            facts += std::to_string(std::filesystem::file_size(paper.path)) + '\n';
        }
    }
    const boost::uuids::uuid id = boost::uuids::name_generator_sha1(boost::uuids::ns::oid())(facts);
    return QPDFObjectHandle::newString(std::string(id.begin(), id.end()));
}

void PackMerge::write_outlines() {
    std::vector<Bookmark> tree;
    tree.push_back({document_words::front_sheet, pages_.at(0), Shown::open, {}});
    const QPDFObjectHandle agenda = pages_.at(front_.plan.agenda_page - 1);
    tree.push_back({document_words::agenda, agenda, Shown::open, {}});
    for (std::size_t item = 0; item < input_.items.size(); ++item) {
        const PackItemPlace& place = front_.plan.items[item];
        const bool has_divider = place.divider_page != 0;
        Bookmark entry{item_title(input_.items[item]),
                       has_divider ? pages_.at(place.divider_page - 1) : agenda,
                       Shown::open,
                       {}};
        for (std::size_t paper = 0; paper < place.papers.size(); ++paper) {
            const std::size_t first = place.papers[paper].first_page - 1;
            entry.children.push_back({input_.items[item].papers[paper].title, pages_.at(first),
                                      Shown::closed,
                                      own_bookmarks(bookmarks_[item][paper], pages_, first)});
        }
        tree.push_back(std::move(entry));
    }
    set_outlines(pack_, tree);
}

}  // namespace templates
