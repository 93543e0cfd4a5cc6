package org.zhixing.dossier;

import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.zhixing.platform.Refusal;

/** A file as it was uploaded, on disk until the request ends; name and type are the uploader's word. */
public record Upload(Path path, String name, String mediaType) {
    private static final int LONGEST_NAME = 200;

    /** The part of a form; 400 naming the field where it is missing, empty or badly named. */
    public static Upload of(String field, @Nullable FileUpload file) {
        if (file == null) {
            throw Refusal.field(field, null, "field.required");
        }
        String name = file.fileName() == null ? "" : file.fileName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Refusal.field(field, name, "file.name", LONGEST_NAME);
        }
        if (file.size() == 0) {
            throw Refusal.field(field, name, "file.empty");
        }
        String type = file.contentType() == null ? MediaType.APPLICATION_OCTET_STREAM : file.contentType();
        return new Upload(file.uploadedFile(), name, type);
    }

    /** The file's own name without a folder, as browsers of old send it; {@code otherwise} where nothing is left of it. */
    public static String plainName(String sent, String otherwise) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? otherwise : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
