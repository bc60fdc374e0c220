import { z } from 'zod';

// Zod would probe whether it may compile its checks with `new Function`, which the content security policy forbids and reports.
// Imported first, before any schema is made, wherever that policy holds.
z.config({ jitless: true });
