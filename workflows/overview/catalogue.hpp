// All workflow tables as documents: for the help page, the command line and the golden files.
#pragma once

#include <string>
#include <vector>

namespace workflows {

struct WorkflowText {
    std::string name;      // "request", "stop", "meeting"
    std::string title;     // "Requests between boards"
    std::string markdown;  // the table
    std::string dot;       // the drawing, in the dot language
};

/// Every workflow, in the order in which people meet them.
std::vector<WorkflowText> all_workflows();

std::string all_workflows_markdown();
std::string all_workflows_dot();

}  // namespace workflows
