package spine.common.html;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Optional;
import spine.common.text.XmlText;

/**
 * A page as a Mustache template beside a class. A template has no logic but repetition and choice: what it shows are the
 * values of a model, usually records, and all of them are escaped unless the template says {@code {{{value}}}}, which is for
 * markup that was itself written by a template or an {@code SvgWriter}. A name that the model lacks is an error and does not
 * leave a gap; a section of an {@link Optional} is there if the value is. Templates hold no state: one serves all threads.
 */
public final class HtmlTemplate {
    private final Template template;

    /**
     * Compiles {@code NAME.mustache} and the parts it includes from the resources beside {@code place}.
     *
     * @throws IllegalStateException if a template is missing or malformed, which is a mistake of the bundle
     */
    public HtmlTemplate(Class<?> place, String name) {
        Mustache.Compiler compiler = Mustache.compiler().strictSections(true).withEscaper(XmlText::escape)
                .withCollector(new Values()).withLoader(part -> open(place, part));
        try (Reader in = open(place, name)) {
            template = compiler.compile(in);
            // Parts would otherwise be read when a page first needs them.
            template.visit(new Everything());
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException("The template " + name + " of " + place.getName() + " cannot be used.", broken);
        }
    }

    /** The page of a model. */
    public String render(Object model) {
        return template.execute(model);
    }

    /** Lets a template ask for an optional value as for a list. */
    private static final class Values extends DefaultCollector {
        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
        }
    }

    private static final class Everything implements Mustache.Visitor {
        @Override
        public void visitText(String text) {
        }

        @Override
        public void visitVariable(String name) {
        }

        @Override
        public boolean visitInclude(String name) {
            return true;
        }

        @Override
        public boolean visitSection(String name) {
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return true;
        }
    }

    private static Reader open(Class<?> place, String name) throws IOException {
        InputStream in = place.getResourceAsStream(name + ".mustache");
        if (in == null) {
            throw new NoSuchFileException(name + ".mustache");
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
