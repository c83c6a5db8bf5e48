/* Knows how whole files are read, and nettle, which makes their SHA-256. */
#include "io/input.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include "base/diag.h"

enum { STEP = 256 * 1024 };

static bool read_all(int fd, struct buf *out)
{
	buf_room(out, STEP);
	for (;;) {
		/* A file that fits is read into the room there is: more is only asked for when that is full. */
		char *to = buf_room(out, 1);
		ssize_t got = read(fd, to, out->cap - out->n);

		if (got > 0)
			out->n += (size_t)got;
		else if (got == 0)
			return true;
		else if (errno != EINTR)
			return false;
	}
}

bool input_read(const char *file, struct buf *out)
{
	bool standard = strcmp(file, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && read_all(fd, out);

	if (!ok)
		diag_input(file, 0, "%s", strerror(errno));
	if (fd >= 0 && !standard)
		close(fd);
	return ok;
}

bool input_names(const char *file, struct buf *names)
{
	size_t from = names->n;

	if (!input_read(file, names))
		return false;
	if (names->n > from && names->p[names->n - 1] != '\0')
		buf_byte(names, '\0');
	return true;
}

/* The first `digits` digits. */
static void write_sum(struct sha256_ctx *hash, char *hex, size_t digits)
{
	static const char figures[] = "0123456789abcdef";
	uint8_t sum[SHA256_DIGEST_SIZE];

	sha256_digest(hash, digits / 2, sum);
	for (size_t i = 0; i < digits / 2; i++) {
		hex[2 * i] = figures[sum[i] >> 4];
		hex[2 * i + 1] = figures[sum[i] & 15];
	}
	hex[digits] = '\0';
}

static void add_bytes(struct sha256_ctx *hash, struct str bytes)
{
	sha256_update(hash, bytes.n, (const uint8_t *)bytes.p);
}

void input_sha256(struct str bytes, char hex[65])
{
	struct sha256_ctx hash;

	sha256_init(&hash);
	add_bytes(&hash, bytes);
	write_sum(&hash, hex, 64);
}

struct input_head {
	struct sha256_ctx hash;
};

struct input_head *input_sha256_head(struct str bytes, struct arena *a)
{
	struct input_head *head = ARENA_NEW(a, struct input_head);

	sha256_init(&head->hash);
	add_bytes(&head->hash, bytes);
	return head;
}

void input_sha256_id(const struct input_head *head, struct str bytes, char hex[INPUT_ID + 1])
{
	struct sha256_ctx hash = head->hash;

	add_bytes(&hash, bytes);
	write_sum(&hash, hex, INPUT_ID);
}
