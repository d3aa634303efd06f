// The statements that a program's sessions run, one by one: what a page costs however fast the
// machine is.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "tests/harness/test_app.hpp"

namespace tests {

/// Listens to every session of the program from now on; one listener at a time. The program must
/// not be restarted while it listens. Transactions (BEGIN, COMMIT, ROLLBACK) are not counted.
class StatementLog {
  public:
    explicit StatementLog(TestApp& app);
    ~StatementLog();
    StatementLog(const StatementLog&) = delete;
    StatementLog& operator=(const StatementLog&) = delete;

    void clear() { runs_.clear(); }
    std::size_t count() const;
    /// How often each ran, by its name in db/.
    std::map<std::string, std::size_t> by_name() const;

  private:
    void listen(bool begin);
    static int heard(unsigned event, void* log, void* statement, void* text);

    TestApp& app_;
    std::map<std::string, std::size_t> runs_;  // by its text
};

}  // namespace tests
