package org.zhixing.flow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zhixing.access.rules.Actor;
import org.zhixing.audit.Audit;
import org.zhixing.audit.Entry;
import org.zhixing.dossier.Files;
import org.zhixing.paper.PaperBatches;
import org.zhixing.paper.rules.Batch;
import org.zhixing.platform.Database;

/** All papers of a batch as one ZIP, sent while it is packed: never more than one paper is in memory. */
@ApplicationScoped
public class PackPapers {
    private final Database database;
    private final PaperBatches batches;
    private final Files files;
    private final Audit audit;

    PackPapers(Database database, PaperBatches batches, Files files, Audit audit) {
        this.database = database;
        this.batches = batches;
        this.files = files;
        this.audit = audit;
    }

    /** What the ZIP will hold; 404 where it is not the actor's batch. That it was taken is kept in the trail. */
    public Uni<List<Batch.Printed>> take(Actor actor, UUID id) {
        return database.inTransaction(tx -> batches.find(tx, actor, id).chain(batch -> batches.printed(tx, id)
                .call(all -> audit.write(
                        tx,
                        Audit.by(actor),
                        List.of(new Entry(
                                "paper.batch-taken", null, id, Map.of("kind", batch.kind(), "count", all.size())))))));
    }

    public Multi<byte[]> zip(List<Batch.Printed> all) {
        Pack pack = new Pack();
        Multi<byte[]> entries = Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(each -> files.read(database.reading(), each.fileId(), 0, each.size())
                        .collect()
                        .in(ByteArrayOutputStream::new, (bytes, part) -> bytes.writeBytes(part.getBytes()))
                        .map(bytes -> pack.add(name(each), bytes.toByteArray())));
        return Multi.createBy()
                .concatenating()
                .streams(entries, Multi.createFrom().item(pack::end));
    }

    /** In the order of the batch: 001 (2022)豫0505执1号 执通〔2022〕1号.pdf */
    private static String name(Batch.Printed of) {
        return String.format(Locale.ROOT, "%03d %s %s.pdf", of.position(), of.caseNumber(), of.number());
    }

    /** A ZIP that is drained after each entry. PDFs are compressed already. */
    private static final class Pack {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);

        Pack() {
            zip.setLevel(Deflater.NO_COMPRESSION);
        }

        byte[] add(String name, byte[] bytes) {
            try {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes);
                zip.closeEntry();
                return drained();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] end() {
            try {
                zip.close();
                return drained();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] drained() {
            byte[] some = out.toByteArray();
            out.reset();
            return some;
        }
    }
}
