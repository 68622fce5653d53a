package spine.config.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import spine.common.settings.ConfigurationFile;
import spine.common.text.PlainText;

/**
 * The settings of one file that can be used, and what is wrong with the others.
 *
 * @param values key to value
 * @param problems one sentence each
 */
record CheckedSettings(Hashtable<String, Object> values, List<String> problems) {

    /** @param known settings of what the file configures; empty if nobody has described them */
    static CheckedSettings of(ConfigurationFile file, Optional<List<Setting>> known) {
        Hashtable<String, Object> values = new Hashtable<>();
        List<String> problems = new ArrayList<>();
        try {
            Map<String, String> settings = file.read();
            if (known.isEmpty()) {
                values.putAll(settings);
                problems.add(file.path() + ": no installed bundle is configured by the name " + file.pid() + ".");
            } else {
                settings.forEach((key, text) -> check(file, key, text, known.get(), values, problems));
            }
        } catch (IOException e) {
            problems.add(file.path() + " cannot be read (" + PlainText.excerpt(String.valueOf(e.getMessage())) + "); the defaults apply.");
        }
        return new CheckedSettings(values, problems);
    }

    private static void check(ConfigurationFile file, String key, String text, List<Setting> known, Hashtable<String, Object> values,
            List<String> problems) {
        Optional<Setting> setting = known.stream().filter(s -> s.key().equals(key)).findFirst();
        if (setting.isEmpty()) {
            problems.add(file.path() + ": " + file.pid() + " has no setting '" + PlainText.excerpt(key) + "'; it has "
                    + known.stream().map(Setting::key).sorted().collect(Collectors.joining(", ")) + ".");
            return;
        }
        try {
            values.put(key, setting.get().value(text));
        } catch (IllegalArgumentException e) {
            problems.add(file.path() + ": the value '" + PlainText.excerpt(text) + "' of " + key + " is " + e.getMessage()
                    + "; the default "
                    + setting.get().defaultText() + " stays.");
        }
    }
}
