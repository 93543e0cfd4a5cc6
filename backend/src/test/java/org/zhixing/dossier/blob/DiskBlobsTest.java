package org.zhixing.dossier.blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contract on the file system. */
class DiskBlobsTest extends BlobStoreContract {
    @Override
    BlobStore open() {
        return new DiskBlobs(folder.resolve("files"));
    }

    @Override
    void breakOff() throws IOException {
        Path beside = Files.createDirectories(folder.resolve("files").resolve("incoming"));
        Files.write(beside.resolve("half"), new byte[100]);
    }
}
