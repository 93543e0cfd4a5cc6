package org.zhixing.notice;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Which days a court works; the clock room knows. */
public interface WorkingDays {
    Uni<Boolean> works(int courtId, LocalDate day);
}
