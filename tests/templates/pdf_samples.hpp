// Makes the PDFs that pack tests and pack_bench need, and runs the tools that judge the result.
#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "templates/documents/pack.hpp"
#include "templates/documents/qpdf.hpp"

namespace templates::samples {

class TempDir {
  public:
    TempDir() {
        std::string pattern = (std::filesystem::temp_directory_path() / "pack-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("mkdtemp");
        }
        path_ = pattern;
    }
    ~TempDir() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;
    std::string operator/(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

struct Ran {
    int status = -1;
    std::string output;  // both streams
};

inline Ran run(const std::string& command) {
    Ran result;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        result.output.append(buffer.data(), got);
    }
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline void write_file(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

struct Sample {
    std::size_t pages = 1;
    std::string words = "Report";  // on every page, with the page's own number
    double width = 595.276;
    double height = 841.89;
    std::string title{};
    bool is_tagged = false;
    int lines = 3;
    std::size_t picture_every = 0;  // each so many pages a picture as from a scanner or a chart
};

// A picture that packs as badly as a photograph does.
inline void draw_picture(cairo_t* drawing, std::size_t seed) {
    constexpr int width = 320;
    constexpr int height = 220;
    cairo_surface_t* picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    unsigned char* bytes = cairo_image_surface_get_data(picture);
    const int stride = cairo_image_surface_get_stride(picture);
    std::minstd_rand random(static_cast<unsigned>(seed) + 1);
    for (int offset = 0; offset < stride * height; ++offset) {
        bytes[offset] = static_cast<unsigned char>(random() >> 8 & 0x7f);
    }
    cairo_surface_mark_dirty(picture);
    cairo_set_source_surface(drawing, picture, 120, 420);
    cairo_paint(drawing);
    cairo_set_source_rgb(drawing, 0, 0, 0);
    cairo_surface_destroy(picture);
}

// A paper with lines of text, as an office program writes it.
inline void draw_paper(const std::string& path, const Sample& sample) {
    cairo_surface_t* surface = cairo_pdf_surface_create(path.c_str(), sample.width, sample.height);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2018-11-01T00:00:00Z");
    if (!sample.title.empty()) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sample.title.c_str());
    }
    cairo_t* drawing = cairo_create(surface);
    cairo_select_font_face(drawing, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_NORMAL);
    for (std::size_t page = 1; page <= sample.pages; ++page) {
        if (sample.is_tagged) {
            cairo_tag_begin(drawing, "Document", nullptr);
        }
        for (int line = 0; line < sample.lines; ++line) {
            if (sample.is_tagged) {
                cairo_tag_begin(drawing, "P", nullptr);
            }
            const std::string words = sample.words + " sheet " + std::to_string(page) + " line " +
                                      std::to_string(line) +
                                      ", the county's partnership boards and what they decided";
            cairo_set_font_size(drawing, line == 0 ? 18 : 11);
            cairo_move_to(drawing, 60, 80 + 16.0 * line);
            cairo_show_text(drawing, words.c_str());
            if (sample.is_tagged) {
                cairo_tag_end(drawing, "P");
            }
        }
        if (sample.picture_every != 0 && page % sample.picture_every == 0) {
            draw_picture(drawing, page);
        }
        if (sample.is_tagged) {
            cairo_tag_end(drawing, "Document");
        }
        cairo_show_page(drawing);
    }
    cairo_destroy(drawing);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
}

// Rewrites a PDF after `change`; `tune` sets what else the writer does.
inline void alter(const std::string& path, const std::function<void(QPDF&)>& change,
                  const std::function<void(QPDFWriter&)>& tune = {}) {
    const std::string before = read_file(path);
    QPDF document;
    document.processMemoryFile("sample", before.data(), before.size());
    change(document);
    QPDFWriter writer(document, path.c_str());
    writer.setStaticID(true);
    if (tune) {
        tune(writer);
    }
    writer.write();
}

inline void rotate_pages(const std::string& path, int degrees) {
    alter(path, [degrees](QPDF& document) {
        for (QPDFObjectHandle page : document.getAllPages()) {
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(degrees));
        }
    });
}

inline void crop_pages(const std::string& path, const QPDFObjectHandle::Rectangle& box) {
    alter(path, [&box](QPDF& document) {
        for (QPDFObjectHandle page : document.getAllPages()) {
            page.replaceKey("/CropBox", QPDFObjectHandle::newArray(box));
        }
    });
}

// Everything that may not reach a pack, in one paper.
inline void arm(const std::string& path) {
    alter(path, [](QPDF& document) {
        const auto script = [&document] {
            return document.makeIndirectObject(
                QPDFObjectHandle::parse("<</S /JavaScript /JS (app.alert\\(1\\))>>"));
        };
        QPDFObjectHandle root = document.getRoot();
        root.replaceKey("/OpenAction", script());
        root.replaceKey("/AA", QPDFObjectHandle::parse("<</WC <</S /JavaScript /JS (x)>>>>"));
        QPDFObjectHandle names = QPDFObjectHandle::parse("<</JavaScript <</Names []>>>>");
        names.getKey("/JavaScript").getKey("/Names").appendItem(QPDFObjectHandle::newString("a"));
        names.getKey("/JavaScript").getKey("/Names").appendItem(script());
        root.replaceKey("/Names", names);
        QPDFObjectHandle file = document.makeIndirectObject(
            QPDFObjectHandle::parse("<</Type /Filespec /F (a.exe) /UF (a.exe)>>"));
        QPDFObjectHandle attached = QPDFObjectHandle::newDictionary();
        attached.replaceKey("/F", document.newStream("MZ attached program"));
        file.replaceKey("/EF", attached);
        QPDFObjectHandle page = document.getAllPages().at(0);
        page.replaceKey("/AA", QPDFObjectHandle::parse("<</O <</S /JavaScript /JS (y)>>>>"));
        QPDFObjectHandle annotations = QPDFObjectHandle::parse(
            "[<</Type /Annot /Subtype /Link /Rect [10 10 50 50] /A <</S /Launch /F (a.exe)>>>>"
            "<</Type /Annot /Subtype /Link /Rect [60 10 90 50]"
            "  /A <</S /URI /URI (javascript:alert\\(1\\))>>>>"
            "<</Type /Annot /Subtype /Link /Rect [100 10 150 50]"
            "  /A <</S /URI /URI (https://www.oxfordshire.gov.uk/) /Next <</S /JavaScript /JS (z)>>"
            "  >>>>"
            "<</Type /Annot /Subtype /RichMedia /Rect [10 60 50 90]>>]");
        QPDFObjectHandle attachment = QPDFObjectHandle::parse(
            "<</Type /Annot /Subtype /FileAttachment /Rect [60 60 90 90]>>");
        attachment.replaceKey("/FS", file);
        annotations.appendItem(attachment);
        page.replaceKey("/Annots", annotations);
    });
}

inline void encrypt(const std::string& path, const char* password) {
    alter(
        path, [](QPDF&) {},
        [password](QPDFWriter& writer) {
            writer.setR6EncryptionParameters(password, "owner", true, true, true, true, true, true,
                                             qpdf_r3p_full, true);
        });
}

inline PackPaper sample_pack_paper(const TempDir& dir, const std::string& file_name,
                                   const std::string& title, const Sample& sample) {
    draw_paper(dir / file_name, sample);
    return PackPaper{title, file_name, dir / file_name, sample.pages};
}

inline std::vector<PackItem> opening_items(const TempDir& dir) {
    const auto paper = [&dir](const std::string& file_name, const std::string& title,
                              const Sample& sample) {
        return sample_pack_paper(dir, file_name, title, sample);
    };
    return {
        {"1", "Welcome by the Chairman", "To note", "Chairman", "", "5 minutes", "", {}},
        {"2",
         "Apologies for absence and temporary appointments",
         "To note",
         "Secretariat",
         "",
         "",
         "",
         {}},
        {"3",
         "Declarations of interest",
         "To note",
         "Secretariat",
         "",
         "",
         "",
         {paper("guidance.pdf", "Guidance note on declarations of interest",
                {.pages = 1, .words = "Guidance"})}},
        {"4",
         "Minutes of the meeting held on Thursday 10 May 2018 and matters arising",
         "For decision",
         "Chairman",
         "",
         "10 minutes",
         "",
         {paper("minutes.pdf", "Minutes of 10 May 2018",
                {.pages = 4, .words = "Minutes", .is_tagged = true})}},
    };
}

inline std::vector<PackItem> business_items(const TempDir& dir) {
    const auto paper = [&dir](const std::string& file_name, const std::string& title,
                              const Sample& sample) {
        return sample_pack_paper(dir, file_name, title, sample);
    };
    return {
        {"5",
         "Performance report",
         "For discussion",
         "Director of Adult Services",
         "Performance and Information Manager",
         "20 minutes",
         "",
         {paper("performance.pdf", "Performance report, quarter 2",
                {.pages = 2, .words = "Performance", .width = 841.89, .height = 595.276}),
          paper("dashboard.pdf", "Dashboard by priority",
                {.pages = 1, .words = "Dashboard", .width = 1190.55, .height = 841.89})}},
        {"6",
         "Better Care Fund plan",
         "For decision",
         "Director of Adult Services",
         "Deputy Director, Joint Commissioning",
         "25 minutes",
         "One paper of this item is private. 3 pages are not in this pack.",
         {}},
        {"7",
         "OSCB Annual Report",
         "To note",
         "Director for Children's Services",
         "Independent Chairman of the Oxfordshire Safeguarding Children Board",
         "20 minutes",
         "",
         {paper("oscb.pdf", "OSCB Annual Report 2017-18",
                {.pages = 5, .words = "Safeguarding", .title = "OSCB Annual Report"}),
          paper("oscb-summary.pdf", "Summary for young people",
                {.pages = 2, .words = "Summary", .width = 419.53, .height = 595.276})}},
        {"8", "Any other business", "", "", "", "", "", {}},
    };
}

// A meeting as Oxfordshire would have held it; its papers lie in `dir`.
inline PackInput oxfordshire_meeting(const TempDir& dir) {
    PackInput input;
    input.title = "Agenda pack: Oxfordshire Health and Wellbeing Board, 15 November 2018";
    input.language = "en-GB";
    input.created = "2018-11-07T09:30:00Z";
    input.board_name = "Oxfordshire Health and Wellbeing Board";
    input.board_code = "HWB";
    input.meeting_title = "Meeting in public";
    input.date_words = "Thursday 15 November 2018";
    input.time_words = "2.00 pm to 5.00 pm";
    input.place = "Rooms 1 and 2, County Hall\nNew Road, Oxford OX1 1ND";
    input.contact = "Health and Wellbeing Board secretariat\nhwb.secretariat@example.org";
    input.status = "Published on Wednesday 7 November 2018";
    input.version = "Version 3";
    input.items = opening_items(dir);
    for (auto& item : business_items(dir))
        input.items.push_back(std::move(item));
    return input;
}

}  // namespace templates::samples
