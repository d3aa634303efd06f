// Writes a bookmark tree as the linked dictionaries of ISO 32000-1, 12.3.3.
#include "templates/documents/outlines.hpp"

#include "templates/documents/stamp.hpp"

namespace templates {
namespace {

// How many entries show below `parent` as it first opens.
struct Written {
    QPDFObjectHandle first, last;
    int shown = 0;
};

Written write_entries(QPDF& document, QPDFObjectHandle parent,
                      const std::vector<Bookmark>& bookmarks) {
    Written result{QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull()};
    for (const Bookmark& bookmark : bookmarks) {
        QPDFObjectHandle entry = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
        entry.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark.title));
        entry.replaceKey("/Parent", parent);
        entry.replaceKey("/Dest", top_of(bookmark.page));
        const Written below = write_entries(document, entry, bookmark.children);
        if (below.shown > 0) {
            const bool open = bookmark.children_shown == Shown::open;
            entry.replaceKey("/First", below.first);
            entry.replaceKey("/Last", below.last);
            entry.replaceKey("/Count",
                             QPDFObjectHandle::newInteger(open ? below.shown : -below.shown));
            result.shown += open ? below.shown : 0;
        }
        if (result.last.isNull()) {
            result.first = entry;
        } else {
            entry.replaceKey("/Prev", result.last);
            result.last.replaceKey("/Next", entry);
        }
        result.last = entry;
        ++result.shown;
    }
    return result;
}

}  // namespace

QPDFObjectHandle top_of(QPDFObjectHandle page) {
    const PageView view = view_of(page);
    QPDFObjectHandle destination = QPDFObjectHandle::newArray();
    destination.appendItem(page);
    destination.appendItem(QPDFObjectHandle::newName("/XYZ"));
    destination.appendItem(QPDFObjectHandle::newReal(view.c * view.height + view.e, 2));
    destination.appendItem(QPDFObjectHandle::newReal(view.d * view.height + view.f, 2));
    destination.appendItem(QPDFObjectHandle::newNull());
    return destination;
}

void set_outlines(QPDF& document, const std::vector<Bookmark>& bookmarks) {
    QPDFObjectHandle root = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    const Written written = write_entries(document, root, bookmarks);
    if (written.shown > 0) {
        root.replaceKey("/First", written.first);
        root.replaceKey("/Last", written.last);
        root.replaceKey("/Count", QPDFObjectHandle::newInteger(written.shown));
    }
    document.getRoot().replaceKey("/Outlines", root);
}

}  // namespace templates
