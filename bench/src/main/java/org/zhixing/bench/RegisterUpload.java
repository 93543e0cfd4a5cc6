package org.zhixing.bench;

import java.nio.file.Path;

/** A register's way through the API, as the triage desk takes it: upload, check, commit. */
record RegisterUpload(double checkSeconds, double commitSeconds) {
    private static final int AT_MOST_SECONDS = 600;

    static RegisterUpload of(Api api, String token, Path register) {
        Clock clock = new Clock();
        String id = Json.tree(api.upload("/api/v1/imports", token, register).body())
                .get("id")
                .asText();
        String path = "/api/v1/imports/" + id;
        await(api, token, path, "PREVIEWED");
        double checked = clock.seconds();
        clock = new Clock();
        api.post(path + "/commit", token);
        await(api, token, path, "DONE");
        return new RegisterUpload(checked, clock.seconds());
    }

    private static void await(Api api, String token, String path, String wanted) {
        Clock.await(AT_MOST_SECONDS, "The import", () -> {
            String status = Json.tree(api.get(path, token).body()).get("status").asText();
            if (status.equals("FAILED")) {
                throw new CannotMeasure("The import failed: " + path);
            }
            return status.equals(wanted);
        });
    }
}
