package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseDelivery;
import com.callfloor.dialer.cases.CaseFileImporter;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.ImportBook.Arrival;
import com.callfloor.dialer.cases.ImportBook.ImportRecord;
import com.callfloor.dialer.cases.ImportBook.State;
import com.callfloor.dialer.cases.intake.AmountUnit;
import com.callfloor.dialer.cases.intake.CaseFile;
import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.cases.intake.CaseFileReader;
import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.cases.intake.LenderMappings;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings case files into the books, and tells of each what became of it. Safe for use by many threads. */
final class CaseImport implements CaseFileImporter {
    private static final Logger LOG = LoggerFactory.getLogger(CaseImport.class);

    private final CaseFileReader reader;
    private final LenderMappings mappings;
    private final ImportParts parts;
    private final Runnable afterwards;

    /** {@code afterwards} runs when new cases may be due. */
    CaseImport(CaseFileReader reader, LenderMappings mappings, ImportParts parts, Runnable afterwards) {
        this.reader = reader;
        this.mappings = mappings;
        this.parts = parts;
        this.afterwards = afterwards;
    }

    @Override
    public ImportResult importFile(CaseDelivery delivery) throws IOException, UnusableCaseFile {
        Instant arrivedAt = delivery.arrivedAt().orElse(parts.clock().instant());
        String sha256 = FileHash.of(delivery.file());
        Optional<CaseFile> opened = Optional.empty();
        try {
            CaseFile rows = opened(delivery);
            opened = Optional.of(rows);
            Optional<LenderMapping> mapping = rows.mapping();
            DeliveryKind kind = delivery.kind().or(() -> mapping.map(LenderMapping::kind)).orElse(DeliveryKind.DELTA);
            Optional<String> lender = mapping.map(LenderMapping::lender);
            if (kind == DeliveryKind.FULL && lender.isEmpty()) {
                throw new UnusableCaseFile(Words.of(
                        "%s: a full file says which cases its lender took back, so say whose it is (?lender=, or the lender's own folder)",
                        "%s：全量文件表明委托方收回了哪些案件，请指明委托方，或放入该委托方的文件夹", delivery.name()));
            }
            long id = parts.book()
                    .begin(new Arrival(delivery.name(), lender.orElse(null), kind, sha256, arrivedAt),
                            parts.clock().instant());
            return run(id, rows, kind == DeliveryKind.FULL ? lender : Optional.empty(), delivery.name());
        } catch (CaseFileException e) {
            long id = parts.book()
                    .begin(new Arrival(delivery.name(), delivery.lender().orElse(null),
                            delivery.kind().orElse(DeliveryKind.DELTA), sha256, arrivedAt), parts.clock().instant());
            parts.book()
                    .end(id, new ImportRun(parts, id, List.of()).ending(State.FAILED, Optional.empty(), 0,
                            e.problem().words()));
            throw new UnusableCaseFile(Words.of("%s: %s", "%s：%s", delivery.name(), e.problem().words()));
        } finally {
            opened.ifPresent(CaseFile::close);
            afterwards.run();
        }
    }

    private CaseFile opened(CaseDelivery delivery) {
        Optional<LenderMapping> named = delivery.lender()
                .map(name -> mappings.called(name).orElseGet(() -> withoutMapping(name)));
        return reader.open(delivery.file(), named, named.isPresent() ? List.of() : mappings.all());
    }

    /** A lender that writes the usual columns needs no file of its own. */
    private static LenderMapping withoutMapping(String lender) {
        return LenderMapping.usual(lender, AmountUnit.YUAN);
    }

    private ImportResult run(long id, CaseFile rows, Optional<String> wholeOf, String name)
            throws IOException, UnusableCaseFile {
        try (ImportRun run = new ImportRun(parts, id, rows.warnings())) {
            try {
                run.over(rows);
                Instant dialableAt = parts.clock().instant();
                ImportRun.Held held = wholeOf.map(run::withdrawMissing).orElseGet(() -> new ImportRun.Held(0, null));
                parts.book()
                        .end(id, run.ending(held.why() == null ? State.DONE : State.HELD, Optional.of(dialableAt),
                                held.missing(), held.why()));
                return told(run.result(held), held, name);
            } catch (CaseFileException e) {
                run.finishWriting();
                parts.book().end(id, run.ending(State.FAILED, Optional.empty(), 0, e.problem().words()));
                throw new UnusableCaseFile(Words.of("%s: %s. The rows before that were imported", "%s：%s。此前的行已导入",
                        name, e.problem().words()));
            } catch (RuntimeException e) {
                parts.book()
                        .end(id, run.ending(State.FAILED, Optional.empty(), 0,
                                new Words("the database or the disk failed; send the file again",
                                        "数据库或磁盘出错，请重新发送文件")));
                throw e;
            }
        }
    }

    private static ImportResult told(ImportResult result, ImportRun.Held held, String name) {
        LOG.info("case file {}: {} good ({} new), {} bad, {} withdrawn", name, result.good(), result.added(),
                result.bad(), result.withdrawn());
        if (held.why() != null) {
            LOG.warn("case file {}, import {}: {}", name, result.id(), held.why().en());
        }
        return result;
    }

    @Override
    public Optional<ImportRecord> confirm(long importId, String by) {
        Optional<ImportRecord> found = parts.book().byId(importId);
        if (found.isEmpty()) {
            return found;
        }
        ImportRecord held = found.get();
        String lender = held.lender();
        if (held.state() != State.HELD || lender == null) {
            throw new Objection(
                    Words.of("import %d is not held: nothing waits to be confirmed", "导入 %d 不在待确认状态，无需确认", importId));
        }
        long withdrawn = parts.withdrawals()
                .withdrawMissing(lender, importId, ImportRun.WITHDRAWN, parts.clock().instant(),
                        gone -> parts.closed().closed(gone, ImportRun.WITHDRAWN));
        parts.book().confirmed(importId, withdrawn, by);
        LOG.info("import {}: {} missing cases are withdrawn", importId, withdrawn);
        return parts.book().byId(importId);
    }

    @Override
    public int withdraw(Collection<String> caseRefs, String why) {
        List<CaseId> gone = parts.withdrawals().withdraw(caseRefs, why, parts.clock().instant());
        if (!gone.isEmpty()) {
            parts.closed().closed(gone, why);
        }
        LOG.info("{} cases are withdrawn by request", gone.size());
        return gone.size();
    }

    @Override
    public Optional<Path> rejects(long importId) {
        return Optional.of(ImportRun.file(parts.rejects(), importId)).filter(Files::isRegularFile);
    }

    /** Imports that take longer than the floor promises are told to whoever reads the log. */
    void warnOfLate() {
        Instant now = parts.clock().instant();
        parts.book()
                .late(now)
                .stream()
                .filter(late -> late.state() == State.RUNNING)
                .forEach(late -> LOG.warn(
                        "case file {}, import {}: not dialable {} minutes after it arrived", late.source(), late.id(),
                        Duration.between(late.arrivedAt(), now).toMinutes()));
    }
}
