package spine.app.internal.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence. */
final class UsageSentence {

    private static final int MOST_SLIPS = 2;

    private UsageSentence() {
    }

    static String of(ParameterException e) {
        // An option that is misspelt is missing too, and the slip is what the user wants to know.
        List<String> unmatched = e instanceof UnmatchedArgumentException || e instanceof MissingParameterException
                ? e.getCommandLine().getUnmatchedArguments() : List.of();
        String sentence = unmatched.isEmpty() ? plain(e.getMessage()) : unknown(e.getCommandLine(), unmatched);
        return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
    }

    private static String unknown(CommandLine command, List<String> unmatched) {
        String word = unmatched.get(0);
        String what = word.startsWith("-") ? "option" : command.getSubcommands().isEmpty() ? "" : "command";
        if (what.isEmpty()) {
            return command.getCommandSpec().qualifiedName() + " does not take the argument '" + word + "'";
        }
        Collection<String> names = what.equals("option") ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet();
        return "There is no " + what + " '" + word + "'" + names.stream().filter(name -> distance(word, name) <= MOST_SLIPS)
                .min(Comparator.comparingInt(name -> distance(word, name))).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** Levenshtein: characters to insert, delete or replace. */
    private static int distance(String word, String name) {
        int[] row = IntStream.rangeClosed(0, name.length()).toArray();
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int replaced = diagonal + (word.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[name.length()];
    }

    /** Without the types of Java. */
    private static String plain(String message) {
        return message.replaceFirst("(?s)\\R.*", "")
                .replaceFirst("^Value for option option '(\\S+)' \\((.*?)\\) should be in KEY=VALUE.* format but was (.*)$",
                        "$1 takes $2, not $3")
                .replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not a (double|float)$", "is not a number");
    }
}
