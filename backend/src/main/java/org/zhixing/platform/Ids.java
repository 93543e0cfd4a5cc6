package org.zhixing.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Row ids: UUID version 7, so that ids of one moment lie together in an index and tell nothing of how many there are. */
@ApplicationScoped
public class Ids {
    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    public UUID next() {
        return generator.generate();
    }
}
