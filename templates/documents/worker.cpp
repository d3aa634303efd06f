// Reads one request, limits itself, does it, answers in JSON lines.
#include "templates/documents/worker.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <csignal>
#include <exception>
#include <new>
#include <system_error>

#include "templates/documents/pack_json.hpp"
#include "templates/documents/qpdf.hpp"
#include "templates/documents/words.hpp"

namespace templates {
namespace {

namespace json = boost::json;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool address_space_is_free = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool address_space_is_free = true;
#else
constexpr bool address_space_is_free = false;
#endif
#else
constexpr bool address_space_is_free = false;
#endif

void set_limit(__rlimit_resource resource, std::size_t value) {
    rlimit current{};
    if (getrlimit(resource, &current) != 0) {
        throw std::system_error(errno, std::generic_category(), "getrlimit");
    }
    const rlim_t wanted = current.rlim_max < value ? current.rlim_max : value;
    const rlimit limit{wanted, wanted};
    if (setrlimit(resource, &limit) != 0) {
        throw std::system_error(errno, std::generic_category(), "setrlimit");
    }
}

std::string read_line(int in_fd) {
    std::string line;
    char buffer[65'536];
    while (line.find('\n') == std::string::npos) {
        const ssize_t got = read(in_fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw std::system_error(errno, std::generic_category(), "read the request");
        }
        if (got == 0) {
            break;
        }
        line.append(buffer, static_cast<std::size_t>(got));
        if (line.size() > worker_request_bytes_max) {
            throw std::length_error("the request is too long");
        }
    }
    return line.substr(0, line.find('\n'));
}

void write_line(int out_fd, const json::object& object) {
    const std::string line = json::serialize(object) + "\n";
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = write(out_fd, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "write the answer");
        }
        rest.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

json::object answer(std::string_view kind, const std::string& value) {
    return json::object{{kind, json::parse(value)}};
}

json::object failure(const std::string& words, std::size_t item, std::size_t paper) {
    json::object object{{"words", words}};
    if (item != PackFailure::npos) {
        object["item_index"] = item;
    }
    if (paper != PackFailure::npos) {
        object["paper_index"] = paper;
    }
    return json::object{{"failed", std::move(object)}};
}

// The library names the file in its errors; the reader knows papers by title.
json::object failure_for_path(const PackInput& input, const std::string& path) {
    for (std::size_t item = 0; item < input.items.size(); ++item) {
        const std::vector<PackPaper>& papers = input.items[item].papers;
        for (std::size_t paper = 0; paper < papers.size(); ++paper) {
            if (papers[paper].path == path) {
                return failure(document_words::file_cannot_be_read(papers[paper].file_name), item,
                               paper);
            }
        }
    }
    return failure(document_words::a_paper_cannot_be_read, PackFailure::npos, PackFailure::npos);
}

// A job page wants to know how far we are, not every page.
class ProgressLines {
  public:
    explicit ProgressLines(int out_fd) : out_fd_(out_fd) {}
    void operator()(const PackProgress& progress) {
        if (progress.pages_done == last_.pages_done && progress.label == last_.label) {
            return;
        }
        last_ = progress;
        write_line(out_fd_, json::object{{"progress", json::object{{"done", progress.pages_done},
                                                                   {"total", progress.pages_total},
                                                                   {"label", progress.label}}}});
    }

  private:
    int out_fd_;
    PackProgress last_;
};

json::object do_inspect(const json::object& request) {
    return answer("inspection",
                  to_json(inspect_pdf_file(json::value_to<std::string>(request.at("path")))));
}

// Failures of one build are answers, not ends of the process: this and run_pdf_worker() are where
// exceptions of the libraries become words.
json::object do_pack(const json::object& request, int out_fd) {
    const PackInput input = parse_pack_input(json::serialize(request.at("input")));
    const auto output_path = json::value_to<std::string>(request.at("output_path"));
    try {
        return answer("plan", to_json(build_pack(input, output_path, ProgressLines(out_fd))));
    } catch (const PackFailure& error) {
        return failure(error.what(), error.item_index(), error.paper_index());
    } catch (const QPDFExc& error) {
        return failure_for_path(input, error.getFilename());
    }
}

json::object serve(int in_fd, int out_fd, WorkerLimits limits) {
    const json::value request = json::parse(read_line(in_fd));
    const std::string verb = json::value_to<std::string>(request.as_object().at("verb"));
    const bool is_pack = verb == "pack";
    if (!is_pack && verb != "inspect") {
        throw std::invalid_argument("unknown verb");
    }
    if (limits == WorkerLimits::set) {
        limit_this_process(is_pack ? pack_limits : inspect_limits);
    }
    return is_pack ? do_pack(request.as_object(), out_fd) : do_inspect(request.as_object());
}

}  // namespace

void limit_this_process(const ProcessLimits& limits) {
    // A file that grows too large must fail a write, which has words, instead of killing us.
    std::signal(SIGXFSZ, SIG_IGN);
    if (!address_space_is_free) {
        set_limit(RLIMIT_AS, limits.address_space_bytes_max);
    }
    set_limit(RLIMIT_CPU, limits.cpu_seconds_max);
    set_limit(RLIMIT_FSIZE, limits.file_bytes_max);
    set_limit(RLIMIT_NOFILE, limits.open_files_max);
    set_limit(RLIMIT_CORE, 0);
}

std::string inspect_request(std::string_view path) {
    return json::serialize(json::object{{"verb", "inspect"}, {"path", path}}) + "\n";
}

std::string pack_request(const PackInput& input, std::string_view output_path) {
    return json::serialize(json::object{{"verb", "pack"},
                                        {"output_path", output_path},
                                        {"input", json::parse(to_json(input))}}) +
           "\n";
}

int run_pdf_worker(int in_fd, int out_fd, WorkerLimits limits) {
    // A parent that hung up is no reason to die by a signal half way through a file.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        write_line(out_fd, serve(in_fd, out_fd, limits));
        return 0;
    } catch (const std::bad_alloc&) {
        write_line(out_fd, failure(document_words::needs_too_much_memory, PackFailure::npos,
                                   PackFailure::npos));
        return 0;
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::broken_pipe) {
            return 1;
        }
        write_line(out_fd, failure(error.what(), PackFailure::npos, PackFailure::npos));
        return 0;
    } catch (const std::exception& error) {
        write_line(out_fd, failure(error.what(), PackFailure::npos, PackFailure::npos));
        return 0;
    }
}

WorkerMessage parse_worker_line(std::string_view line) {
    const json::value value = json::parse(line);
    const json::object& object = value.as_object();
    WorkerMessage message;
    if (const json::value* progress = object.if_contains("progress")) {
        message.progress =
            PackProgress{json::value_to<std::size_t>(progress->as_object().at("done")),
                         json::value_to<std::size_t>(progress->as_object().at("total")),
                         json::value_to<std::string>(progress->as_object().at("label"))};
    } else if (const json::value* inspection = object.if_contains("inspection")) {
        message.inspection = parse_pdf_inspection(json::serialize(*inspection));
    } else if (const json::value* plan = object.if_contains("plan")) {
        message.plan = parse_pack_plan(json::serialize(*plan));
    } else {
        const json::object& failed = object.at("failed").as_object();
        const auto index = [&failed](const char* name) {
            const json::value* found = failed.if_contains(name);
            return found == nullptr ? PackFailure::npos : json::value_to<std::size_t>(*found);
        };
        message.failure = WorkerFailure{json::value_to<std::string>(failed.at("words")),
                                        index("item_index"), index("paper_index")};
    }
    return message;
}

}  // namespace templates
