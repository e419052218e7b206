/* Makes every call of the corpus, from several threads at once, and compares the answers with the
 * library's. Usage: corpus FILE STEP; every STEPth line is tried. */

#include <arrears_ledger.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4 };

struct line {
	char *name;
	char *request;
	size_t request_length;
	unsigned status;
	char *answer;
	size_t answer_length;
};

struct work {
	const struct line *lines;
	size_t count;
	size_t first;
	size_t wrong;
};

static int digit(char letter)
{
	return letter <= '9' ? letter - '0' : letter - 'a' + 10;
}

/* Hexadecimal digits to bytes, in place. */
static size_t unhex(char *text)
{
	size_t length = strlen(text) / 2;
	for (size_t at = 0; at < length; at++)
		text[at] = (char)(digit(text[2 * at]) << 4 | digit(text[2 * at + 1]));
	return length;
}

static char *field(char **rest)
{
	char *start = *rest;
	char *end = start + strcspn(start, "\t\n");
	*rest = *end ? end + 1 : end;
	*end = 0;
	return start;
}

static int is_right(const struct line *line)
{
	const ArrearsAnswer *answer = arrears_call(line->request, line->request_length);
	int right = answer->status == line->status
		&& answer->length == line->answer_length
		&& memcmp(answer->text, line->answer, answer->length) == 0
		&& answer->text[answer->length] == 0;
	if (!right)
		fprintf(stderr, "%s: status %u, %s\n", line->name, (unsigned)answer->status, answer->text);
	arrears_free(answer);
	return right;
}

/* Every thread makes every call, each starting somewhere else. */
static void *run(void *given)
{
	struct work *work = given;
	for (size_t at = 0; at < work->count; at++)
		if (!is_right(&work->lines[(work->first + at) % work->count]))
			work->wrong++;
	return NULL;
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	FILE *file = fopen(argv[1], "r");
	if (file == NULL) {
		perror(argv[1]);
		return 2;
	}
	size_t step = strtoul(argv[2], NULL, 10);
	size_t count = 0, seen = 0, room = 0;
	struct line *lines = NULL;
	char **texts = NULL;
	char *text = NULL;
	while (0 < getline(&text, &room, file)) {
		if (seen++ % step != 0)
			continue;
		lines = realloc(lines, (count + 1) * sizeof *lines);
		texts = realloc(texts, (count + 1) * sizeof *texts);
		if (lines == NULL || texts == NULL)
			return 2;
		char *rest = texts[count] = strdup(text);
		struct line *line = &lines[count++];
		line->name = field(&rest);
		line->request = field(&rest);
		line->status = (unsigned)strtoul(field(&rest), NULL, 10);
		line->answer = field(&rest);
		line->request_length = unhex(line->request);
		line->answer_length = unhex(line->answer);
	}
	free(text);
	fclose(file);

	const ArrearsAnswer *refused = arrears_call(NULL, 0);
	size_t wrong = refused->status != 2;
	arrears_free(refused);
	arrears_free(NULL);

	pthread_t threads[THREADS];
	struct work works[THREADS];
	for (size_t no = 0; no < THREADS; no++) {
		works[no] = (struct work){lines, count, no * count / THREADS, 0};
		if (pthread_create(&threads[no], NULL, run, &works[no]) != 0)
			return 2;
	}
	for (size_t no = 0; no < THREADS; no++) {
		pthread_join(threads[no], NULL);
		wrong += works[no].wrong;
	}
	for (size_t at = 0; at < count; at++)
		free(texts[at]);
	free(texts);
	free(lines);
	printf("%zu calls from each of %d threads, %zu wrong\n", count, THREADS, wrong);
	return wrong != 0 || count == 0;
}
