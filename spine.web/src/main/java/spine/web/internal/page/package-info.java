/** The start page for people: jobs, models and health, of what the REST API says. */
package spine.web.internal.page;
