package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.zhixing.access.rules.Person;
import org.zhixing.notice.rules.Digest;

/** A room with something to say in the morning digest. */
public interface DigestSource {
    /** Lines of one section that a mail shows; the rest is counted. */
    int LINES = 20;

    /** What concerns the person on that court date; sections of one kind are put together with other rooms'. */
    Uni<List<Digest.Section>> sections(Person person, LocalDate today);
}
