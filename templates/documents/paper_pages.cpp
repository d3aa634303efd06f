// Keeps of a paper's pages what is printed and what is a link; everything else stays behind.
#include "templates/documents/paper_pages.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string_view>

#include "templates/documents/qpdf.hpp"
#include "workflows/text/words.hpp"

namespace templates {
namespace {

constexpr std::array page_keys = {"/Type",     "/Resources", "/MediaBox", "/CropBox",
                                  "/BleedBox", "/TrimBox",   "/ArtBox",   "/Contents",
                                  "/Rotate",   "/Group",     "/UserUnit", "/Annots"};

// Annotations that are marks on the page. Forms are flattened before; media, attachments and
// pop-up windows go.
constexpr std::array mark_subtypes = {
    "/Link",    "/Text",      "/FreeText",  "/Line",   "/Square",   "/Circle",
    "/Polygon", "/PolyLine",  "/Highlight", "/Stamp",  "/Ink",      "/Squiggly",
    "/Caret",   "/Underline", "/StrikeOut", "/Redact", "/Watermark"};

constexpr std::array dropped_annotation_keys = {"/AA",     "/StructParent", "/P",  "/Popup",
                                                "/Parent", "/PA",           "/AF", "/OC"};

constexpr std::array active_actions = {
    "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm",        "/GoToE",
    "/GoToR",      "/Movie",  "/Sound",      "/Rendition",  "/RichMediaExecute", "/GoTo3DView"};

constexpr std::array active_annotations = {"/RichMedia", "/Movie", "/Sound",
                                           "/Screen",    "/3D",    "/FileAttachment"};

template <std::size_t size>
bool contains(const std::array<const char*, size>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string name_at(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isName() ? value.getName() : std::string();
}

bool is_web_address(const std::string& address) {
    const auto scheme = workflows::text::lower(address.substr(0, address.find(':') + 1));
    return scheme == "http:" || scheme == "https:" || scheme == "mailto:";
}

// Destinations that have a name in the paper; the names themselves do not survive the merge.
class NamedDestinations {
  public:
    explicit NamedDestinations(QPDF& paper) : old_style_(paper.getRoot().getKey("/Dests")) {
        QPDFObjectHandle names = paper.getRoot().getKey("/Names");
        if (names.isDictionary() && names.getKey("/Dests").isDictionary()) {
            tree_ =
                std::make_unique<QPDFNameTreeObjectHelper>(names.getKey("/Dests"), paper, false);
        }
    }

    // An explicit destination array, or null.
    QPDFObjectHandle resolve(QPDFObjectHandle destination) {
        if (destination.isString() && tree_) {
            QPDFObjectHandle found;
            destination = tree_->findObject(destination.getUTF8Value(), found)
                              ? found
                              : QPDFObjectHandle::newNull();
        } else if (destination.isName() && old_style_.isDictionary()) {
            destination = old_style_.getKey(destination.getName());
        }
        if (destination.isDictionary()) {
            destination = destination.getKey("/D");
        }
        return destination.isArray() ? destination : QPDFObjectHandle::newNull();
    }

  private:
    QPDFObjectHandle old_style_;
    std::unique_ptr<QPDFNameTreeObjectHelper> tree_;
};

// Where a link or bookmark leads inside the paper, or null.
QPDFObjectHandle destination_of(QPDFObjectHandle source, NamedDestinations& names) {
    QPDFObjectHandle action = source.getKey("/A");
    if (action.isDictionary() && name_at(action, "/S") == "/GoTo") {
        return names.resolve(action.getKey("/D"));
    }
    return names.resolve(source.getKey("/Dest"));
}

void clean_target(QPDFObjectHandle annotation, NamedDestinations& names) {
    QPDFObjectHandle action = annotation.getKey("/A");
    QPDFObjectHandle destination = destination_of(annotation, names);
    annotation.removeKey("/A");
    annotation.removeKey("/Dest");
    if (destination.isArray()) {
        annotation.replaceKey("/Dest", destination);
    } else if (action.isDictionary() && name_at(action, "/S") == "/URI") {
        QPDFObjectHandle address = action.getKey("/URI");
        if (address.isString() && is_web_address(address.getStringValue())) {
            QPDFObjectHandle web = QPDFObjectHandle::newDictionary();
            web.replaceKey("/S", QPDFObjectHandle::newName("/URI"));
            web.replaceKey("/URI", QPDFObjectHandle::newString(address.getStringValue()));
            annotation.replaceKey("/A", web);
        }
    }
}

void clean_annotations(QPDFObjectHandle page, NamedDestinations& names) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    page.removeKey("/Annots");
    if (!annotations.isArray()) {
        return;
    }
    QPDFObjectHandle kept = QPDFObjectHandle::newArray();
    for (QPDFObjectHandle annotation : annotations.getArrayAsVector()) {
        if (annotation.isDictionary() && contains(mark_subtypes, name_at(annotation, "/Subtype"))) {
            for (const char* key : dropped_annotation_keys) {
                annotation.removeKey(key);
            }
            clean_target(annotation, names);
            kept.appendItem(annotation);
        }
    }
    if (kept.getArrayNItems() > 0) {
        page.replaceKey("/Annots", kept);
    }
}

void clean_page(QPDFObjectHandle page, NamedDestinations& names) {
    for (const auto& [key, value] : page.getDictAsMap()) {
        if (!contains(page_keys, key)) {
            page.removeKey(key);
        }
    }
    clean_annotations(page, names);
}

// Walks First and Next by itself: a paper's outline may be a maze without an end.
class BookmarkReader {
  public:
    BookmarkReader(NamedDestinations& names, const std::vector<QPDFObjectHandle>& pages)
        : names_(names) {
        for (std::size_t page = 0; page < pages.size(); ++page) {
            page_of_.emplace(pages[page].getObjGen(), page);
        }
    }

    std::vector<PaperBookmark> read(QPDFObjectHandle parent, int level) {
        std::vector<PaperBookmark> result;
        QPDFObjectHandle entry = parent.getKey("/First");
        while (entry.isDictionary() && level < paper_bookmark_levels_max &&
               seen_.size() < paper_bookmarks_max && seen_.insert(entry.getObjGen()).second) {
            add(entry, level, result);
            entry = entry.getKey("/Next");
        }
        return result;
    }

  private:
    void add(QPDFObjectHandle entry, int level, std::vector<PaperBookmark>& result) {
        QPDFObjectHandle title = entry.getKey("/Title");
        QPDFObjectHandle target = destination_of(entry, names_);
        if (!title.isString() || !target.isArray() || target.getArrayNItems() == 0) {
            return;
        }
        const auto page = page_of_.find(target.getArrayItem(0).getObjGen());
        if (page != page_of_.end()) {
            result.push_back({title.getUTF8Value(), page->second, read(entry, level + 1)});
        }
    }

    NamedDestinations& names_;
    std::map<QPDFObjGen, std::size_t> page_of_;
    std::set<QPDFObjGen> seen_;
};

bool is_active_action(QPDFObjectHandle dictionary) {
    return contains(active_actions, name_at(dictionary, "/S"));
}

// Attachments hang on file specifications only; "/EF" elsewhere may be a font's resource name.
bool is_attachment(QPDFObjectHandle dictionary) {
    return dictionary.hasKey("/EF") && (dictionary.hasKey("/F") || dictionary.hasKey("/UF"));
}

void strip(QPDFObjectHandle object);

void strip_dictionary(QPDFObjectHandle dictionary) {
    const bool is_active = is_active_action(dictionary);
    for (auto& [key, value] : dictionary.getDictAsMap()) {
        if (is_active || key == "/StructParents" || key == "/StructParent" ||
            (key == "/EF" && is_attachment(dictionary))) {
            dictionary.removeKey(key);
        } else if (!value.isIndirect()) {
            strip(value);
        }
    }
}

void strip(QPDFObjectHandle object) {
    if (object.isStream()) {
        strip_dictionary(object.getDict());
    } else if (object.isDictionary()) {
        strip_dictionary(object);
    } else if (object.isArray()) {
        for (QPDFObjectHandle item : object.getArrayAsVector()) {
            if (!item.isIndirect() && (item.isDictionary() || item.isArray())) {
                strip(item);
            }
        }
    }
}

bool has_active_annotation(QPDFObjectHandle page) {
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (!annotations.isArray()) {
        return false;
    }
    const std::vector<QPDFObjectHandle> all = annotations.getArrayAsVector();
    return std::any_of(all.begin(), all.end(), [](QPDFObjectHandle annotation) {
        if (!annotation.isDictionary()) {
            return false;
        }
        QPDFObjectHandle action = annotation.getKey("/A");
        return annotation.hasKey("/AA") ||
               contains(active_annotations, name_at(annotation, "/Subtype")) ||
               (action.isDictionary() && is_active_action(action));
    });
}

}  // namespace

PaperPages clean_paper(QPDF& paper) {
    QPDFPageDocumentHelper document(paper);
    document.pushInheritedAttributesToPage();
    QPDFObjectHandle form = paper.getRoot().getKey("/AcroForm");
    if (form.isDictionary() && form.getKey("/Fields").isArray() &&
        form.getKey("/Fields").getArrayNItems() > 0) {
        document.flattenAnnotations();
    }
    PaperPages result{paper.getAllPages(), {}};
    NamedDestinations names(paper);
    QPDFObjectHandle outlines = paper.getRoot().getKey("/Outlines");
    if (outlines.isDictionary()) {
        result.bookmarks = BookmarkReader(names, result.pages).read(outlines, 0);
    }
    for (const QPDFObjectHandle& page : result.pages) {
        clean_page(page, names);
    }
    return result;
}

void strip_copied_objects(QPDF& pack, int last_own_object) {
    for (const QPDFObjectHandle& object : pack.getAllObjects()) {
        if (object.getObjectID() > last_own_object) {
            strip(object);
        }
    }
}

bool has_active_content(QPDF& document) {
    QPDFObjectHandle root = document.getRoot();
    QPDFObjectHandle names = root.getKey("/Names");
    QPDFObjectHandle form = root.getKey("/AcroForm");
    QPDFObjectHandle open = root.getKey("/OpenAction");
    if (root.hasKey("/AA") || (open.isDictionary() && is_active_action(open)) ||
        (names.isDictionary() && (names.hasKey("/JavaScript") || names.hasKey("/EmbeddedFiles"))) ||
        (form.isDictionary() && form.hasKey("/XFA"))) {
        return true;
    }
    const std::vector<QPDFObjectHandle>& pages = document.getAllPages();
    return std::any_of(pages.begin(), pages.end(), [](QPDFObjectHandle page) {
        return page.hasKey("/AA") || has_active_annotation(page);
    });
}

}  // namespace templates
