import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates files with veraPDF: Validate FLAVOUR,… FILE… It is compiled as it starts; tests/validators.py starts it.
 *
 * Standard output has, for each file and flavour, a line for each failed check (file, flavour, clause, test, description
 * and location, with tabs between them) and, after a validation that came to its end, a last line: file, flavour, verdict.
 */
class Validate {
    private static final int ALL_CHECKS = -1;

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        VeraGreenfieldFoundryProvider.initialise();
        var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        var verdicts = new ArrayList<Future<List<String>>>();
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            for (String flavour : arguments[0].split(",")) {
                verdicts.add(workers.submit(() -> validated(file, flavour)));
            }
        }
        workers.shutdown();
        for (var verdict : verdicts) {
            verdict.get().forEach(out::println);
        }
        out.flush();
    }

    /** Its lines. */
    private static List<String> validated(String file, String name) throws Exception {
        var flavour = PDFAFlavour.fromString(name);
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new File(file), flavour);
                var validator = foundry.createValidator(flavour, ALL_CHECKS, false, true, false)) {
            var result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
                throw new IllegalStateException("ended as " + result.getJobEndStatus());
            }
            var lines = new ArrayList<String>();
            for (TestAssertion failed : result.getTestAssertions()) {
                var rule = failed.getRuleId();
                var told = failed.getErrorMessage() == null ? failed.getMessage() : failed.getErrorMessage();
                lines.add(String.join("\t", file, name, rule.getClause(), String.valueOf(rule.getTestNumber()),
                        inOneLine(told), inOneLine(failed.getLocation().getContext())));
            }
            lines.add(String.join("\t", file, name, String.valueOf(result.isCompliant())));
            return lines;
        } catch (Exception fault) {
            throw new Exception("cannot validate " + file + " as " + name, fault);
        }
    }

    private static String inOneLine(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
