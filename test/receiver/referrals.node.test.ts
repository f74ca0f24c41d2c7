import { join } from 'node:path';
import Libsql from 'libsql';
import { folder, openHouse } from './house.js';
import { referralContract } from './referrals-contract.js';

referralContract('one receiver on SQLite', 'sqlite', async () => {
  const place = folder();
  const database = join(place.path, 'receiver.sqlite');
  const house = await openHouse({ database });
  const other = new Libsql(database);
  return {
    houses: [house],
    sql: (statement) =>
      new Promise((resolve) => {
        const prepared = other.prepare(statement);
        if (statement.startsWith('select')) return resolve(prepared.all().map((row) => ({ ...(row as object) })));
        prepared.run();
        resolve([]);
      }),
    async close() {
      other.close();
      await house.close();
      place.remove();
    },
  };
});
