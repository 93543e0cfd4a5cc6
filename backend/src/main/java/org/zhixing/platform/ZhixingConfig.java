package org.zhixing.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Zhixing's own settings; docs/operations.md names the environment variable of each. */
@ConfigMapping(prefix = "zhixing")
public interface ZhixingConfig {
    /** The fixed business date of a demo or a test; refused in the production profile. */
    Optional<LocalDate> today();

    /** A file that holds the business date of a demo or a test and may be rewritten; refused in the production profile. */
    Optional<Path> todayFile();

    /** True where demo people exist and the screens may say so. */
    boolean demo();

    /** True behind TLS: cookies are marked secure, and browsers are told to come by TLS alone. */
    boolean https();

    /** Where uploads and registers lie while they are worked on. */
    Path tmp();

    /**
     * How old a login may be for a signature that restricts a person or pays money, where that shall be less than the
     * signing rules say.
     */
    Optional<Duration> stepUp();

    Rate rate();

    Sweep sweep();

    Outbox outbox();

    @WithName("import")
    Register imports();

    Papers papers();

    Tally tally();

    Smtp smtp();

    Webhook webhook();

    Digest digest();

    Books books();

    Files files();

    Seal seal();

    Audit audit();

    Clamd clamd();

    /** The address people reach the application at, for links in mails, e.g. {@code https://zhixing.example.cn}. */
    Optional<String> publicUrl();

    /** How much one caller may ask. */
    interface Rate {
        /** Requests one caller may send in the long run, on each instance; 0: no limit. */
        @WithDefault("50")
        int perSecond();

        /** Requests one caller may send at once, as a screen that opens does. */
        @WithDefault("300")
        int burst();
    }

    /** The overdue sweep. */
    interface Sweep {
        String cron();

        /** Nodes noticed in one transaction. */
        @WithDefault("500")
        int batch();
    }

    /** The outbox worker. */
    interface Outbox {
        String every();

        /** Rows one worker takes at a time. */
        @WithDefault("500")
        int batch();

        /** Failed tries after which a row is dead and waits for a person. */
        @WithDefault("10")
        int tries();

        /** How long a mail server or a webhook's receiver may take for one letter. */
        @WithDefault("10S")
        Duration patience();

        /** Letters on their way at the same time, by court and channel. */
        @WithDefault("8")
        int letters();

        /** How long a channel outside is left alone at most, after it was found closed. */
        @WithDefault("60S")
        Duration rest();
    }

    /** The SMTP server; without host and sender there is no e-mail. */
    interface Smtp {
        Optional<String> host();

        @WithDefault("587")
        int port();

        @WithDefault("STARTTLS")
        Tls tls();

        Optional<String> user();

        Optional<String> password();

        /** The sender's address. */
        Optional<String> from();
    }

    /** How a connection to the SMTP server is encrypted: from the start, after {@code STARTTLS}, or not at all. */
    enum Tls {
        TLS,
        STARTTLS,
        NONE
    }

    /** Webhooks of the courts. */
    interface Webhook {
        /** Hosts ({@code host} or {@code host:port}) that may be inner ones or without https. */
        Optional<Set<String>> trustedHosts();
    }

    /** The nightly look at the books of case funds. */
    interface Books {
        String cron();
    }

    /** The sealing of the audit trail. */
    interface Seal {
        /** How often an instance looks for rows that no block holds; what is written in between is not protected yet. */
        String every();
    }

    /** The audit trail. */
    interface Audit {
        /** A PEM file: the Ed25519 key that signs blocks, its public key, then public keys of former years. */
        Optional<Path> keyFile();
    }

    /** The morning digest. */
    interface Digest {
        /** How often an instance looks whether a court's digest is due. */
        String every();
    }

    /** The register import worker. */
    interface Register {
        /** How often an instance looks for imports that wait; "off": it does none. */
        String every();

        /** Rows checked or filed in one transaction. */
        @WithDefault("500")
        int batch();

        /** How long an import is an instance's own without a sign of life; then another one goes on with it. */
        @WithDefault("15S")
        Duration lease();

        /** Attempts without a step forward after which an import has failed. */
        @WithDefault("5")
        int tries();
    }

    /** The merging of the node board's numbers. */
    interface Tally {
        String every();
    }

    /** The virus scanner; without an address nothing is shown to it. */
    interface Clamd {
        /** {@code unix:/run/clamav/clamd.ctl} or {@code host:port}. */
        Optional<String> address();

        /** How long it may take for one file. */
        @WithDefault("2M")
        Duration patience();
    }

    /** Where the bytes of files lie, and how they come in. */
    interface Files {
        /** Of all instances alike; backed up together with the database. */
        Path directory();

        /** How often an instance looks for uploads that wait for their check; "off": it does none. */
        String every();

        /** When bytes that belong to nothing are looked for; "off": never. */
        String sweep();

        /** How long a connection that sends a file may be silent. */
        @WithDefault("15S")
        Duration silence();

        /** How long an upload is one instance's own without a sign of life. */
        @WithDefault("12S")
        Duration lease();

        /** After how long an upload that nobody goes on with or files is thrown away. */
        @WithDefault("24H")
        Duration abandonedAfter();

        S3 s3();
    }

    /**
     * An S3-compatible store for the bytes of files; without a bucket they lie in the directory. The credentials are the
     * environment's, as every client of S3 finds them.
     */
    interface S3 {
        Optional<String> bucket();

        /** Where it answers, if it is not Amazon's own. */
        Optional<URI> endpoint();

        String region();

        /** Whether the bucket's name is in the path and not in the host. */
        boolean pathStyle();

        /** Bytes of a part: a file that is larger goes in parts. */
        @WithDefault("16M")
        MemorySize part();
    }

    /** Court papers made for many cases at once. */
    interface Papers {
        /** How often waiting cases are looked for; a batch that is asked for begins at once. "off" in tests. */
        String every();
    }
}
