package org.zhixing.paper;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.zhixing.paper.pdf.PaperPdf;
import org.zhixing.paper.rules.Block;
import org.zhixing.paper.rules.Paper;
import org.zhixing.paper.rules.PaperKinds;
import org.zhixing.paper.rules.PaperText;
import org.zhixing.paper.rules.Template;
import org.zhixing.platform.CourtClock;

/** Prints papers: the template's text with the case's values, as PDF/A. */
@ApplicationScoped
public class PaperPress {
    private final PaperPdf pdf;

    PaperPress(PaperPdf pdf) {
        this.pdf = pdf;
    }

    /** The PDF's bytes, as of today; drawn on a worker thread. */
    public Uni<byte[]> print(PaperKinds.Kind kind, String template, PaperText.Facts facts, Paper.Content content) {
        return print(
                kind,
                template,
                facts,
                content,
                facts.today().atStartOfDay(CourtClock.SHANGHAI).toInstant());
    }

    private Uni<byte[]> print(
            PaperKinds.Kind kind, String template, PaperText.Facts facts, Paper.Content content, Instant made) {
        return Uni.createFrom()
                .item(() -> {
                    List<Block> blocks = Template.read(template).fill(PaperText.values(facts, content));
                    return pdf.pages(facts.of().row().number().text() + kind.zh(), blocks, made);
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
