/* Preloaded, it lets files be mapped as on drives that share no memory between processes: not at all. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/stat.h>

void *mmap64(void *start, size_t length, int access, int flags, int file, off_t offset) {
    static void *(*system_mmap)(void *, size_t, int, int, int, off_t);
    struct stat status;
    if (file >= 0 && (flags & MAP_TYPE) == MAP_SHARED && !fstat(file, &status) && S_ISREG(status.st_mode)) {
        errno = ENODEV;
        return MAP_FAILED;
    }
    if (!system_mmap)
        system_mmap = dlsym(RTLD_NEXT, "mmap64");
    return system_mmap(start, length, access, flags, file, offset);
}

void *mmap(void *start, size_t length, int access, int flags, int file, off_t offset) {
    return mmap64(start, length, access, flags, file, offset);
}
