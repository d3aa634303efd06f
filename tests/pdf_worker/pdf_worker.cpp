// The worker process as tests start it: what the program does when called as `shiremoot
// pdf-worker`.
#include "templates/documents/worker.hpp"

int main() {
    return templates::run_pdf_worker(0, 1);
}
