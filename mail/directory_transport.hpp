// Mail as files in a folder, for demonstrations and for systems that have no relay yet.
#pragma once

#include <filesystem>

#include "mail/transport.hpp"

namespace mail {

/// Writes each message as `<recipient>-<hash of the bytes>.eml`, under a temporary name first, so a
/// reader never sees half a file and a message sent twice is one file.
class DirectoryTransport final : public MailTransport {
  public:
    /// The folder is made when it is not there; std::filesystem::filesystem_error otherwise.
    explicit DirectoryTransport(std::filesystem::path folder);

    /// A file that cannot be written is relay_trouble.
    SendResult deliver(const Envelope& envelope, std::string_view bytes, DeliveryObserver& observer,
                       std::stop_token stop) override;

  private:
    std::filesystem::path folder_;
};

}  // namespace mail
