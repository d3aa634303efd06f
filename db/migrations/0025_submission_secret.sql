-- Answers of forms behind the secret of a letter held that secret in their address; from now on they
-- are stored with a mark in its place (server/web/secret_paths.hpp).
PRAGMA secure_delete = ON;
UPDATE submission SET location = '/r/{token}' WHERE location LIKE '/r/%';
UPDATE submission SET location = '/s/{token}' WHERE location LIKE '/s/%';
