package spine.web.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.page.PageAsset;
import spine.web.internal.access.SecurityHeaders;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;

/**
 * Answers with files that the platform has written of a study.
 *
 * @param files those of the folder
 * @param what they are, in words, such as "result"
 */
record ServedFiles(ResultFiles files, String what) {
    /**
     * A report brings its style and its pictures along, and runs the script of spine's own report and nothing else, whatever a provider has
     * written into it: out of this origin, and with nothing to connect to.
     */
    private static final String REPORT = "default-src 'none'; script-src " + PageAsset.reportScript().source()
            + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " sandbox allow-scripts";

    /** @param name below the folder, with slashes */
    void send(String name, HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        Path file = files.files().get(name);
        if (file == null) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "The " + what + " of this study has no such file.");
        }
        response.setHeader(SecurityHeaders.POLICY, REPORT);
        response.setContentType(ResultFiles.type(name));
        try (var in = Files.newInputStream(file)) {
            response.setContentLengthLong(Files.size(file));
            if (!request.getMethod().equals("HEAD")) {
                OutputStream out = response.getOutputStream();
                in.transferTo(out);
            }
        } catch (NoSuchFileException replacedMeanwhile) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "The " + what + " of this study was replaced; ask again.");
        }
    }

    ObjectNode list(String uid) throws IOException {
        ObjectNode answer = Answer.object().put("studyInstanceUid", uid);
        ArrayNode all = answer.putArray("files");
        for (var file : files.files().entrySet()) {
            all.addObject().put("name", file.getKey()).put("bytes", Files.size(file.getValue()))
                    .put("type", ResultFiles.type(file.getKey()));
        }
        return answer;
    }
}
