package spine.web.internal.api;

import java.io.IOException;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.service.UnavailableException;
import spine.common.text.FailureWords;
import spine.common.text.PlainText;
import spine.common.text.Sentence;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelSwitch;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/models}: as the command {@code models}. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/models/*")
public final class ModelsServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final int ACTION = 3;
    /** Characters of a name. */
    private static final int LONGEST = 200;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile ModelCatalogue catalogue;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile ModelSwitch versions;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        if (path.size() == ACTION) {
            send(response, list(required(catalogue, "model catalogue")));
            return;
        }
        String model = model(Answer.body(request));
        request.setAttribute(SpineContext.DETAIL, model);
        try {
            String sentence = change(required(versions, "model selection"), path.part(ACTION), model);
            send(response, Answer.object().put("message", sentence));
        } catch (IllegalArgumentException e) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, Sentence.of(PlainText.excerpt(String.valueOf(e.getMessage()))));
        } catch (UnavailableException e) {
            throw new Problem(HttpServletResponse.SC_CONFLICT, Sentence.of(PlainText.excerpt(e.getMessage())));
        } catch (IOException e) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentence.of(FailureWords.of(e)), 5);
        }
    }

    private static String change(ModelSwitch versions, String action, String model) throws UnavailableException, IOException {
        return switch (action) {
            case "use" -> versions.use(model);
            case "rollback" -> versions.rollback(model);
            default -> versions.shadow(model);
        };
    }

    private static String model(JsonNode body) throws Problem {
        JsonNode model = body.path("model");
        if (!model.isTextual() || model.textValue().isBlank() || model.textValue().length() > LONGEST) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "The body must have model, such as spine.model.bmo@1.0.0.");
        }
        return model.textValue();
    }

    private static ObjectNode list(ModelCatalogue catalogue) {
        ObjectNode answer = Answer.object();
        ArrayNode models = answer.putArray("models");
        for (ModelEntry entry : catalogue.entries()) {
            models.addObject().put("id", entry.name().id()).put("version", entry.name().version()).put("role", entry.role())
                    .put("state", entry.state().word()).put("remark", entry.remark());
        }
        catalogue.warnings().forEach(answer.putArray("warnings")::add);
        return answer;
    }
}
