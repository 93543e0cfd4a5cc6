package org.zhixing.dossier.web;

import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhixing.dossier.rules.ByteRange;
import org.zhixing.dossier.rules.StoredFile;

/** A file on its way out, whole or the range of its bytes that was asked; its ETag is its SHA-256. */
record Download(StoredFile file, ByteRange range) {

    /** A download that is taken up again goes on only if the file is still the one it began with. */
    static Download of(StoredFile file, @Nullable String range, @Nullable String ifRange) {
        boolean same = ifRange == null || ifRange.strip().equals(etag(file));
        return new Download(file, ByteRange.of(same ? range : null, file.size()));
    }

    int status() {
        return range.unsatisfiable() ? 416 : range.partial() ? 206 : 200;
    }

    /** The stored type may be the uploader's word; as a plain attachment nothing of it runs in a browser. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of(MediaType.APPLICATION_OCTET_STREAM));
        headers.put("Content-Disposition", List.of(DownloadName.attachment(file.name())));
        headers.put("Accept-Ranges", List.of("bytes"));
        headers.put("ETag", List.of(etag(file)));
        headers.put("Cache-Control", List.of("private, no-cache"));
        if (range.unsatisfiable()) {
            headers.put("Content-Range", List.of("bytes */" + file.size()));
        } else if (range.partial()) {
            headers.put("Content-Range", List.of("bytes " + range.from() + "-" + (range.to() - 1) + "/" + file.size()));
        }
        return headers;
    }

    private static String etag(StoredFile file) {
        return "\"" + file.sha256() + "\"";
    }
}
